import { defineEntity, p } from '@mikro-orm/core';
import { valuesOf } from '@xinghuo/shared/kernel/label';
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
import { editable, id } from '../../platform/entity/base.ts';
import { Account } from '../identity/index.ts';
import { Region } from '../places/index.ts';
import { Unit } from '../units/index.ts';

const codes = valuesOf(SERVICE_TYPES)
  .map((code) => `'${code}'`)
  .join(', ');

const TeamSchema = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    ...editable,
    /** What an imported row is known by. */
    number: p.text().unique(),
    name: p.text().index(),
    nameEn: p.text().nullable(),
    kind: p.enum(valuesOf(TEAM_KINDS)).$type<TeamKind>(),
    /** The unit that answers for the team. */
    unit: () => p.manyToOne(Unit).ref().nullable().deleteRule('restrict').index(),
    region: () => p.manyToOne(Region).ref().index(),
    serviceTypes: p.array<ServiceType>().columnType('text[]'),
    applicantKind: p.enum(valuesOf(APPLICANT_KINDS)).$type<ApplicantKind>(),
    founded: p.date().nullable(),
    intro: p.text().default(''),
    state: p.enum(valuesOf(TEAM_STATES)).$type<TeamState>().default('PENDING').index(),
    /** Why the last step that asks for a reason was taken. */
    stateReason: p.text().nullable(),
    /** The registered number of members; never less than the members named here. */
    memberCount: p.integer().default(0),
    /** Months with activity in the last year, as registered. */
    activeMonths: p.integer().default(0),
    /** Minutes of service so far, as registered. */
    serviceMinutes: p.integer().default(0),
  },
  checks: [
    {
      name: 'team_service_types',
      expression: `cardinality(service_types) <= 4 and service_types <@ array[${codes}]::text[]`,
    },
    {
      name: 'team_figures',
      expression: 'member_count >= 0 and service_minutes >= 0 and active_months between 0 and 12',
    },
  ],
});

/** A volunteer team. */
export class Team extends TeamSchema.class {}
TeamSchema.setClass(Team);

const TeamMemberSchema = defineEntity({
  name: 'TeamMember',
  tableName: 'team_member',
  properties: {
    ...id,
    team: () => p.manyToOne(Team).ref(),
    name: p.text(),
    role: p.enum(valuesOf(MEMBER_ROLES)).$type<MemberRole>().default('MEMBER'),
    account: () => p.manyToOne(Account).ref().nullable().deleteRule('restrict').index(),
    since: p.date(),
    /** The day the membership ended; null while it lasts. Ended ones stay: a past membership is a conflict of interest too. */
    until: p.date().nullable(),
  },
  indexes: [{ properties: ['team', 'until'] }],
  uniques: [
    {
      name: 'team_one_leader',
      expression: `create unique index team_one_leader on team_member (team_id) where role = 'LEADER' and until is null`,
    },
    {
      name: 'team_member_account_once',
      expression:
        'create unique index team_member_account_once on team_member (team_id, account_id) where until is null and account_id is not null',
    },
  ],
  checks: [{ name: 'team_member_period', expression: 'until is null or until >= since' }],
});

/** A person who belongs to a team. */
export class TeamMember extends TeamMemberSchema.class {}
TeamMemberSchema.setClass(TeamMember);
