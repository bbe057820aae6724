import type { PasswordDelivery } from '@xinghuo/shared/identity/account';
import type { Role, ScopeKind } from '@xinghuo/shared/kernel/role';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PasswordDeliveryEnum } from './account.types.ts';
import { RoleEnum, ScopeKindEnum } from './identity.types.ts';

/** A role to give. */
@InputType('RoleGrantInput', { description: 'A role and what it is limited to.' })
export class RoleGrantInput {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => ScopeKindEnum, { description: 'What kind of limit; it must fit the role.' })
  scope!: ScopeKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The region, unit, team or competition; left out for the whole city.',
  })
  scopeId?: string | null;
}

/** Making an account. */
@InputType('AccountCreateInput', { description: 'A new account with its roles.' })
export class AccountCreateInput {
  @Field(() => String, { description: 'E-mail address, the sign-in name; case does not matter.' })
  email!: string;

  @Field(() => String, { description: 'Name, at most 60 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Language: `zh-CN` (default) or `en`.' })
  locale?: string | null;

  @Field(() => [RoleGrantInput], { description: 'Roles, at most 50.' })
  grants!: RoleGrantInput[];

  @Field(() => PasswordDeliveryEnum, { description: 'How the person comes to a password.' })
  delivery!: PasswordDelivery;
}

/** Changing an account. */
@InputType('AccountUpdateInput', { description: 'What is left out stays as it is.' })
export class AccountUpdateInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address; links sent to the former one stop working.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Name, at most 60 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Language: `zh-CN` or `en`.' })
  locale?: string | null;
}

/** Closing or opening an account. */
@InputType('AccountTransitionInput', { description: 'Which account, and why.' })
export class AccountTransitionInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Why, for the record; asked for when closing.' })
  reason?: string | null;
}

/** A new password for somebody else. */
@InputType('AccountResetPasswordInput', {
  description: 'The present password, all sessions and API tokens of the account end at once.',
})
export class AccountResetPasswordInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => PasswordDeliveryEnum, { description: 'How the person comes to a new one.' })
  delivery!: PasswordDelivery;

  @Field(() => String, { nullable: true, description: 'Why, for the record.' })
  reason?: string | null;
}

/** Giving a role. */
@InputType('RoleGrantAddInput', { description: 'Gives a role to an account.' })
export class RoleGrantAddInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => RoleGrantInput, { description: 'The role.' })
  grant!: RoleGrantInput;
}

/** Taking a role. */
@InputType('RoleGrantRemoveInput', { description: 'Takes a role from an account.' })
export class RoleGrantRemoveInput {
  @Field(() => ID, { description: 'The role held: `Account.grants.id`.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the record.' })
  reason?: string | null;
}
