import type { ApplicantKind, MemberRole, ServiceType, TeamKind } from '@xinghuo/shared/teams/team';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Day } from '../../platform/graphql/scalars.ts';
import { ApplicantKindEnum, MemberRoleEnum, ServiceTypeEnum, TeamKindEnum } from './team.types.ts';

/** Registering a team. */
@InputType('TeamCreateInput', {
  description: 'A new team; it waits for approval. A liaison registers teams of the own unit only.',
})
export class TeamCreateInput {
  @Field(() => String, {
    nullable: true,
    description: 'Registered number; one is given when it is left out.',
  })
  number?: string | null;

  @Field(() => String, { description: 'Name: at most 60 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English: at most 200 characters.' })
  nameEn?: string | null;

  @Field(() => TeamKindEnum, { description: 'What it is in law.' })
  kind!: TeamKind;

  @Field(() => ID, { nullable: true, description: 'The unit that answers for it.' })
  unitId?: string | null;

  @Field(() => ID, { description: 'Where it serves.' })
  regionId!: string;

  @Field(() => [ServiceTypeEnum], { description: 'What it does: one to four.' })
  serviceTypes!: ServiceType[];

  @Field(() => ApplicantKindEnum, { description: 'Kind of applicant in the project competition.' })
  applicantKind!: ApplicantKind;

  @Field(() => Day, { nullable: true, description: 'Founded on; not in the future.' })
  founded?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it says about itself: at most 2,000 characters.',
  })
  intro?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the leader: at most 40 characters.' })
  leaderName?: string | null;

  @Field(() => Int, { nullable: true, description: 'Registered number of members.' })
  memberCount?: number | null;
}

/** Changing a team. */
@InputType('TeamUpdateInput', {
  description:
    'Changes to a team: fields left out stay as they are. The leader may change the English name, services and introduction; the rest is for coordinators.',
})
export class TeamUpdateInput {
  @Field(() => ID, { description: 'The team.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Name in English; empty clears it.' })
  nameEn?: string | null;

  @Field(() => TeamKindEnum, { nullable: true, description: 'What it is in law.' })
  kind?: TeamKind | null;

  @Field(() => ID, { nullable: true, description: 'The unit that answers for it.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where it serves.' })
  regionId?: string | null;

  @Field(() => [ServiceTypeEnum], {
    nullable: true,
    description: 'What it does: one to four; replaces the present ones.',
  })
  serviceTypes?: ServiceType[] | null;

  @Field(() => ApplicantKindEnum, {
    nullable: true,
    description: 'Kind of applicant in the project competition.',
  })
  applicantKind?: ApplicantKind | null;

  @Field(() => Day, { nullable: true, description: 'Founded on; not in the future.' })
  founded?: string | null;

  @Field(() => String, { nullable: true, description: 'What it says about itself.' })
  intro?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Registered number of members; not less than those named.',
  })
  memberCount?: number | null;

  @Field(() => Int, { nullable: true, description: 'Months with activity in the last year: 0 to 12.' })
  activeMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes of service so far.' })
  serviceMinutes?: number | null;
}

/** A step of a team's lifecycle. */
@InputType('TeamTransitionInput', {
  description: 'The team, the version seen, and a reason where the step asks for one.',
})
export class TeamTransitionInput {
  @Field(() => ID, { description: 'The team.' })
  id!: string;

  @Field(() => Int, { description: 'The version the step is based on.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why: required for rejecting, suspending and archiving; at most 500 characters.',
  })
  reason?: string | null;
}

/** Adding a member. */
@InputType('TeamMemberAddInput', {
  description: 'A new member. A new leader takes the place of the present one, who stays a member.',
})
export class TeamMemberAddInput {
  @Field(() => ID, { description: 'The team.' })
  teamId!: string;

  @Field(() => String, { description: 'Name: at most 40 characters.' })
  name!: string;

  @Field(() => MemberRoleEnum, { nullable: true, description: 'Role; MEMBER by default.' })
  role?: MemberRole | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The account the person signs in with. For those who manage teams.',
  })
  accountId?: string | null;

  @Field(() => Day, { nullable: true, description: 'Member since; today by default, not in the future.' })
  since?: string | null;
}

/** Ending a membership. */
@InputType('TeamMemberRemoveInput', {
  description: 'The member who leaves; the past membership stays on record.',
})
export class TeamMemberRemoveInput {
  @Field(() => ID, { description: 'The team.' })
  teamId!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;
}
