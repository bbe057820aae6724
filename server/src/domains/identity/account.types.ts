import { ACCOUNT_STATES, PASSWORD_DELIVERIES } from '@xinghuo/shared/identity/account';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { RoleGrantType } from './identity.types.ts';

export const AccountStateEnum = graphqlEnum(
  'AccountState',
  'Whether an account may be used.',
  ACCOUNT_STATES,
);
export const PasswordDeliveryEnum = graphqlEnum(
  'PasswordDelivery',
  'How a new password reaches its person.',
  PASSWORD_DELIVERIES,
);

/** An account as those who manage accounts see it. */
@ObjectType('Account', { description: 'A person who can sign in.' })
export class AccountType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'E-mail address, the sign-in name.' })
  email!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Preferred language: `zh-CN` or `en`.' })
  locale!: string;

  @Field(() => AccountStateEnum, { description: 'Whether it may be used.' })
  state!: string;

  @Field(() => Boolean, {
    description: 'A password was chosen or handed out; without one nobody can sign in.',
  })
  hasPassword!: boolean;

  @Field(() => Boolean, { description: 'A password was handed out and has not been replaced yet.' })
  mustChangePassword!: boolean;

  @Field(() => [RoleGrantType], { description: 'Roles held; 50 at most.' })
  grants!: RoleGrantType[];

  @Field(() => DateTime, { nullable: true, description: 'Locked after failed attempts until this instant.' })
  lockedUntil!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Last use of a session, to the minute; null when none is on record.',
  })
  lastSeenAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether the viewer may change it.' })
  canManage!: boolean;

  @Field(() => [AvailableTransitionType], { description: 'Closing and opening, and why not.' })
  availableTransitions!: AvailableTransitionType[];
}

/** What a step on an account answers. */
@ObjectType('AccountPayload', { description: 'The account after the step; null when it was refused.' })
export class AccountPayload {
  @Field(() => AccountType, { nullable: true, description: 'The account.' })
  account!: AccountType | null;

  @Field(() => String, {
    nullable: true,
    description: 'A password to hand over, told once: only where delivery is `HAND`.',
  })
  oneTimePassword!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
