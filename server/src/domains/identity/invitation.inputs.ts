import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { RoleGrantInput } from './account.inputs.ts';

/** Inviting. */
@InputType('InvitationCreateInput', {
  description: 'Whom to invite and to what. The same offer to the same address is sent again, not twice.',
})
export class InvitationCreateInput {
  @Field(() => String, { description: 'E-mail address; case does not matter.' })
  email!: string;

  @Field(() => String, { description: 'Name, at most 60 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Language of the mail: `zh-CN` (default) or `en`.' })
  locale?: string | null;

  @Field(() => [RoleGrantInput], { description: 'Roles offered: 1 to 50.' })
  grants!: RoleGrantInput[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the link works; 14 days by default, 90 at most.',
  })
  expiresAt?: Date | null;
}

/** Naming an invitation. */
@InputType('InvitationRevokeInput', { description: 'Which invitation is withdrawn.' })
export class InvitationRevokeInput {
  @Field(() => ID, { description: 'The invitation.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the record.' })
  reason?: string | null;
}

/** Sending again. */
@InputType('InvitationResendInput', { description: 'A new link is sent; the former one stops working.' })
export class InvitationResendInput {
  @Field(() => ID, { description: 'The invitation.' })
  id!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the new link works; 14 days by default.',
  })
  expiresAt?: Date | null;
}

/** Accepting. */
@InputType('InvitationAcceptInput', {
  description: 'The secret of the link, and how the person will sign in.',
})
export class InvitationAcceptInput {
  @Field(() => String, { description: 'The last part of the link.' })
  token!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name, at most 60 characters; an account that has a password keeps its own.',
  })
  name?: string | null;

  @Field(() => String, {
    description:
      'A new password, at least ten characters; the present one where the account has one already.',
  })
  password!: string;
}
