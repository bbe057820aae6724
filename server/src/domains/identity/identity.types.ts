import { ROLES, type Role, SCOPE_KINDS, type ScopeKind } from '@xinghuo/shared/kernel/role';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';

export const RoleEnum = graphqlEnum('Role', 'A role an account may hold.', ROLES);
export const ScopeKindEnum = graphqlEnum('ScopeKind', 'What a role is limited to.', SCOPE_KINDS);

/** A role with its scope. */
@ObjectType('RoleGrant', { description: 'A role an account holds, and what it is limited to.' })
export class RoleGrantType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => ScopeKindEnum, { description: 'What kind of limit.' })
  scope!: ScopeKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The region, unit, team or competition; null for the whole city.',
  })
  scopeId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  scopeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in English, where it has one.' })
  scopeNameEn!: string | null;
}

/** The person who asks. */
@ObjectType('Viewer', { description: 'The signed-in account, its roles, and what they allow.' })
export class ViewerType {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'E-mail address, the sign-in name.' })
  email!: string;

  @Field(() => String, { description: 'Preferred language: `zh-CN` or `en`.' })
  locale!: string;

  @Field(() => Boolean, {
    description: 'A password was handed out and must be replaced before anything else.',
  })
  mustChangePassword!: boolean;

  @Field(() => [RoleGrantType], { description: 'Roles held.' })
  grants!: RoleGrantType[];

  @Field(() => [String], {
    description: 'Names of the permissions the roles give, narrowed by the token if there is one.',
  })
  permissions!: string[];
}

/** Signing in. */
@InputType('SessionCreateInput', { description: 'E-mail address and password.' })
export class SessionCreateInput {
  @Field(() => String, { description: 'E-mail address; case does not matter.' })
  email!: string;

  @Field(() => String, { description: 'Password.' })
  password!: string;
}

/** Changing the own password. */
@InputType('PasswordChangeInput', { description: 'The present and the new password.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The present password.' })
  currentPassword!: string;

  @Field(() => String, { description: 'The new one: at least ten characters, not easily guessed.' })
  newPassword!: string;
}

/** What a step on the own session answers. */
@ObjectType('SessionPayload', {
  description: 'The viewer after the step; null when it was refused or the session ended.',
})
export class SessionPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in now.' })
  viewer!: ViewerType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

/** One sign-in of the viewer. */
@ObjectType('Session', { description: 'A browser on which the viewer is signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Last use, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => DateTime, { description: 'When it ends at the latest.' })
  expiresAt!: Date;

  @Field(() => String, { description: 'Address it was opened from.' })
  ip!: string;

  @Field(() => String, { description: 'What the browser says it is.' })
  userAgent!: string;

  @Field(() => Boolean, { description: 'The one this request came with.' })
  current!: boolean;
}

/** Ending one session. */
@InputType('SessionRevokeInput', { description: 'Which own session ends.' })
export class SessionRevokeInput {
  @Field(() => ID, { description: 'The session.' })
  id!: string;
}

/** Changing what the viewer may change of their own account. */
@InputType('ViewerUpdateInput', { description: 'Own name and language; what is left out stays.' })
export class ViewerUpdateInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 60 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Language: `zh-CN` or `en`.' })
  locale?: string | null;
}
