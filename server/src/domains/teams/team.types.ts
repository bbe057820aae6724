import {
  APPLICANT_KINDS,
  type ApplicantKind,
  MEMBER_ROLES,
  type MemberRole,
  SERVICE_TYPES,
  type ServiceType,
  TEAM_KINDS,
  TEAM_STATES,
  type TeamKind,
  type TeamState,
} from '@xinghuo/shared/teams/team';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, Day } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { RegionType } from '../places/index.ts';
import { UnitType } from '../units/index.ts';

export const TeamKindEnum = graphqlEnum(
  'TeamKind',
  'What a team is in law, with the national code.',
  TEAM_KINDS,
);
export const TeamStateEnum = graphqlEnum(
  'TeamState',
  'Where a team stands, with the national code.',
  TEAM_STATES,
);
export const ServiceTypeEnum = graphqlEnum(
  'ServiceType',
  'A kind of service, with the national code.',
  SERVICE_TYPES,
);
export const ApplicantKindEnum = graphqlEnum(
  'ApplicantKind',
  'The kinds of applicant the project competition is open to.',
  APPLICANT_KINDS,
);
export const MemberRoleEnum = graphqlEnum('MemberRole', 'What a member is in the team.', MEMBER_ROLES);

/** A member of a team. */
@ObjectType('TeamMember', {
  description: 'A person who belongs to a team. Shown to the team itself and to those who look after it.',
})
export class TeamMemberType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    description:
      'Name. Who coordinates one edition reads `王**` of all but the leader of a team that entered it.',
  })
  name!: string;

  @Field(() => MemberRoleEnum, { description: 'Role in the team.' })
  role!: MemberRole;

  @Field(() => ID, { nullable: true, description: 'The account the person signs in with, if there is one.' })
  accountId!: string | null;

  @Field(() => Day, { description: 'Member since.' })
  since!: string;
}

/** A team. */
@ObjectType('Team', {
  description: 'A volunteer team. Approved teams are a public register; members are not.',
})
export class TeamType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Registered number; no two teams share one.' })
  number!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  nameEn!: string | null;

  @Field(() => TeamKindEnum, { description: 'What it is in law.' })
  kind!: TeamKind;

  @Field(() => UnitType, { nullable: true, description: 'The unit that answers for it.' })
  unit!: UnitType | null;

  @Field(() => RegionType, { description: 'Where it serves.' })
  region!: RegionType;

  @Field(() => [ServiceTypeEnum], { description: 'What it does; at most four.' })
  serviceTypes!: ServiceType[];

  @Field(() => ApplicantKindEnum, { description: 'The kind of applicant it is in the project competition.' })
  applicantKind!: ApplicantKind;

  @Field(() => Day, { nullable: true, description: 'Founded on.' })
  founded!: string | null;

  @Field(() => String, { description: 'What it says about itself.' })
  intro!: string;

  @Field(() => TeamStateEnum, { description: 'State.' })
  state!: TeamState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was rejected, suspended or archived; told to the team and to those who look after it.',
  })
  stateReason!: string | null;

  @Field(() => TeamMemberType, {
    nullable: true,
    description: 'The leader, where the viewer may see members.',
  })
  leader!: TeamMemberType | null;

  @Field(() => [TeamMemberType], {
    description: 'Named members, the leader first; 500 at most. Empty where the viewer may not see them.',
  })
  members!: TeamMemberType[];

  @Field(() => Int, { description: 'Registered number of members.' })
  memberCount!: number;

  @Field(() => Int, { description: 'Months with activity in the last year, as registered.' })
  activeMonths!: number;

  @Field(() => Int, { description: 'Minutes of service so far, as registered.' })
  serviceMinutes!: number;

  @Field(() => Boolean, { description: 'The viewer may change its profile and its members.' })
  canUpdate!: boolean;

  @Field(() => [AvailableTransitionType], {
    description: 'The steps out of the present state that the viewer may try.',
  })
  availableTransitions!: AvailableTransitionType[];

  @Field(() => DateTime, { description: 'When it was registered.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** What a step on a team answers. */
@ObjectType('TeamPayload', { description: 'The team after the step; null when it was refused.' })
export class TeamPayload {
  @Field(() => TeamType, { nullable: true, description: 'The team.' })
  team!: TeamType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
