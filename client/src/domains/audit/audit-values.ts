import { CATEGORIES } from '@xinghuo/shared/competition/category';
import {
  AWARD_SCOPES,
  COMPETITION_STATES,
  ROUND_KINDS,
  ROUND_STATES,
  TIES_AT_LINE,
} from '@xinghuo/shared/competition/competition';
import { ATTACHMENT_KINDS, BENEFICIARIES, ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { TRAINING_STATES } from '@xinghuo/shared/competition/training';
import { ACCOUNT_STATES } from '@xinghuo/shared/identity/account';
import { INVITATION_KINDS } from '@xinghuo/shared/identity/invitation';
import { JOB_STATES } from '@xinghuo/shared/jobs/job-state';
import { CONFLICT_SOURCES, JUDGE_STATES } from '@xinghuo/shared/judging/domain/judge';
import { OBJECTION_STATES } from '@xinghuo/shared/judging/domain/objection';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import type { EnumTable } from '@xinghuo/shared/kernel/label';
import { ROLES, SCOPE_KINDS } from '@xinghuo/shared/kernel/role';
import { REGION_LEVELS } from '@xinghuo/shared/places/region';
import {
  APPLICANT_KINDS,
  MEMBER_ROLES,
  SERVICE_TYPES,
  TEAM_KINDS,
  TEAM_STATES,
} from '@xinghuo/shared/teams/team';
import { PARTIES, UNIT_KINDS, UNIT_ROLES } from '@xinghuo/shared/units/unit';
import { formatDateTime } from '#client/ui/core/format.ts';

/** The enumeration behind a field, so that the log shows words instead of codes. */
const ENUMS: Readonly<Record<string, EnumTable>> = {
  'Account.state': ACCOUNT_STATES,
  'Attachment.kind': ATTACHMENT_KINDS,
  'AwardRule.scope': AWARD_SCOPES,
  'AwardRule.tieAtLine': TIES_AT_LINE,
  'Category.code': CATEGORIES,
  'Competition.state': COMPETITION_STATES,
  'Conflict.source': CONFLICT_SOURCES,
  'Entry.applicantKind': APPLICANT_KINDS,
  'Entry.beneficiaries': BENEFICIARIES,
  'Entry.state': ENTRY_STATES,
  'ExemplarProject.category': CATEGORIES,
  'Invitation.kind': INVITATION_KINDS,
  'InvitationGrant.role': ROLES,
  'InvitationGrant.scope': SCOPE_KINDS,
  'JobRun.state': JOB_STATES,
  'Judge.expertise': CATEGORIES,
  'Judge.state': JUDGE_STATES,
  'Objection.state': OBJECTION_STATES,
  'Region.level': REGION_LEVELS,
  'RoleGrant.role': ROLES,
  'RoleGrant.scope': SCOPE_KINDS,
  'Round.kind': ROUND_KINDS,
  'Round.state': ROUND_STATES,
  'ScoreSheet.state': SHEET_STATES,
  'Team.applicantKind': APPLICANT_KINDS,
  'Team.kind': TEAM_KINDS,
  'Team.serviceTypes': SERVICE_TYPES,
  'Team.state': TEAM_STATES,
  'TeamMember.role': MEMBER_ROLES,
  'TrainingSession.state': TRAINING_STATES,
  'Unit.kind': UNIT_KINDS,
  'Unit.party': PARTIES,
  'Unit.role': UNIT_ROLES,
};

/** The words that values are written with. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  readonly secret: string;
  readonly label: (label: { zh: string; en: string }) => string;
  readonly field: (name: string) => string;
}

/** A list of codes as the database writes one: what older lines of the log hold. */
const LIST = /^\{[A-Z][A-Z_]*(,[A-Z][A-Z_]*)*\}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/**
 * A value of the log as a person reads it: enumerations in words, instants in the city's time, lists line by line, and
 * what has parts of its own part by part.
 */
export function valueText(
  type: string,
  field: string,
  value: unknown,
  words: ValueWords,
  /** Between the parts of a value: those inside a list stand on its one line. */
  between = '\n',
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') {
    if (value === '***') return words.secret;
    const found = ENUMS[`${type}.${field}`]?.[value];
    if (found) return words.label(found);
    if (LIST.test(value)) return valueText(type, field, value.slice(1, -1).split(','), words);
    return INSTANT.test(value) ? formatDateTime(value) : value;
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item) => valueText(type, field, item, words, ' · ')).join(between);
  }
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${words.field(name)}: ${valueText(`${type}.${field}`, name, part, words, ' · ')}`)
    .join(between);
}

/** The page of an object, where it has one. */
export function subjectPath(
  type: string | null | undefined,
  id: string | null | undefined,
): string | undefined {
  if (!type || !id) return undefined;
  const make = PATHS[type];
  return make?.(id);
}

const PATHS: Readonly<Record<string, (id: string) => string>> = {
  Account: (id) => `/accounts/${id}`,
  Competition: (id) => `/competitions/${id}`,
  Entry: (id) => `/entries/${id}`,
  ExemplarProject: (id) => `/library/${id}`,
  Judge: (id) => `/judges/${id}`,
  Region: (id) => `/regions?at=${id}`,
  Team: (id) => `/teams/${id}`,
  Unit: (id) => `/units/${id}`,
};
