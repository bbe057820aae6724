import {
  INVITATION_KINDS,
  INVITATION_STATES,
  type InvitationKind,
  type InvitationState,
} from '@xinghuo/shared/identity/invitation';
import type { Role, ScopeKind } from '@xinghuo/shared/kernel/role';
import { Field, ID, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { RoleEnum, ScopeKindEnum, ViewerType } from './identity.types.ts';

export const InvitationKindEnum = graphqlEnum('InvitationKind', 'What a link is for.', INVITATION_KINDS);
export const InvitationStateEnum = graphqlEnum(
  'InvitationState',
  'Where an invitation stands.',
  INVITATION_STATES,
);

/** A role an invitation offers. */
@ObjectType('InvitationGrant', { description: 'A role an invitation offers.' })
export class InvitationGrantType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => ScopeKindEnum, { description: 'What kind of limit.' })
  scope!: ScopeKind;

  @Field(() => ID, { nullable: true, description: 'The limit; null for the whole city.' })
  scopeId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  scopeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in English, where it has one.' })
  scopeNameEn!: string | null;
}

/** An invitation as those who invite see it; the link itself is only in the mail. */
@ObjectType('Invitation', { description: 'An invitation that was sent to a person.' })
export class InvitationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'E-mail address it was sent to.' })
  email!: string;

  @Field(() => String, { description: 'Name as the inviter wrote it.' })
  name!: string;

  @Field(() => InvitationStateEnum, { description: 'Where it stands now.' })
  state!: InvitationState;

  @Field(() => [InvitationGrantType], { description: 'Roles offered; 50 at most.' })
  grants!: InvitationGrantType[];

  @Field(() => String, { nullable: true, description: 'Who invited; null when the product did.' })
  invitedByName!: string | null;

  @Field(() => DateTime, { description: 'When it was first sent.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When the link that works was sent.' })
  sentAt!: Date;

  @Field(() => DateTime, { description: 'Until when the link works, by the clock of the server.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was accepted.' })
  acceptedAt!: Date | null;

  @Field(() => [AvailableTransitionType], { description: 'Sending again and withdrawing, and why not.' })
  availableTransitions!: AvailableTransitionType[];
}

/** What the page behind a link shows. */
@ObjectType('InvitationOffer', { description: 'What a link offers to whoever holds it.' })
export class InvitationOfferType {
  @Field(() => ID, { description: 'The invitation.' })
  id!: string;

  @Field(() => InvitationKindEnum, { description: 'Whether roles are offered or only a password is chosen.' })
  kind!: InvitationKind;

  @Field(() => String, { description: 'E-mail address: the sign-in name.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Name to begin with.' })
  name!: string | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The first role offered; null when the link is for a password only.',
  })
  role!: Role | null;

  @Field(() => String, { nullable: true, description: 'What the role is limited to, by name.' })
  scopeName!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English, where it has such a name.' })
  scopeNameEn!: string | null;

  @Field(() => Boolean, {
    description: 'The account has a password already: the present one is asked for instead of a new one.',
  })
  hasPassword!: boolean;

  @Field(() => DateTime, { description: 'Until when the link works.' })
  expiresAt!: Date;
}

/** What a step on an invitation answers. */
@ObjectType('InvitationPayload', { description: 'The invitation after the step; null when it was refused.' })
export class InvitationPayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation.' })
  invitation!: InvitationType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

/** What accepting answers. */
@ObjectType('InvitationAcceptPayload', {
  description:
    'The viewer, signed in by the session cookie that came with the answer; null when it was refused.',
})
export class InvitationAcceptPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in now.' })
  viewer!: ViewerType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the page where the work begins: a judge lands on `/judge`.',
  })
  landing!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
