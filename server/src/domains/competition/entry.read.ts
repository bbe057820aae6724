import {
  EDITABLE_ENTRY_STATES,
  ENTRY_LIFECYCLE,
  type EntryContent,
  type EntryState,
} from '@xinghuo/shared/competition/entry';
import { submissionProblems } from '@xinghuo/shared/competition/entry-rules';
import { type EntryStanding, entryStepProblems } from '@xinghuo/shared/competition/entry-steps';
import type { EntrantName } from '@xinghuo/shared/competition/name-mentions';
import { sql } from 'kysely';
import type { RowRule } from '../../platform/access/access.ts';
import { anyOf, type Sql } from '../../platform/access/condition.ts';
import { holds } from '../../platform/access/viewer.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import {
  type ComputedRow,
  column,
  computed,
  defineRead,
  expression,
  many,
  one,
} from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { teamRead } from '../teams/index.ts';
import { Attachment } from './attachment.entity.ts';
import { accountName } from './competition.read.ts';
import { entryDeadline } from './deadlines.ts';
import { attachmentAccess, entryAccess, entryRevisionAccess, screeningNoteAccess } from './entry.access.ts';
import { liaisesTeam, runsCompetition } from './entry.conditions.ts';
import { Entry, EntryRevision, ScreeningNote } from './entry.entity.ts';
import { entrantNames, nameCheck, type SearchedFile, searchedFiles } from './name-check.ts';

export const attachmentRead = defineRead({
  type: 'Attachment',
  entity: Attachment,
  access: attachmentAccess,
});

export const entryRevisionRead = defineRead({
  type: 'EntryRevision',
  entity: EntryRevision,
  access: entryRevisionAccess,
  fields: { submittedByName: expression((row) => accountName(row.col('submittedBy'))) },
});

export const screeningNoteRead = defineRead({
  type: 'ScreeningNote',
  entity: ScreeningNote,
  access: screeningNoteAccess,
  fields: { authorName: expression((row) => accountName(row.col('author'))) },
});

const { readWhole, handle } = entryAccess.actions;
const written = (property: string) => column(property, { shown: readWhole });
const office = (property: string) => column(property, { shown: handle });

/** Those who see how judging goes: the office and auditors, never the team or a judge. */
const oversees: RowRule = (viewer, row) =>
  anyOf(holds(viewer, 'AUDITOR'), runsCompetition(viewer, row.col('competition')));

/** Something of the submitted sheets of the latest round that has begun. The table is the judging domain's. */
const sheets = (row: Row, what: Sql): Sql =>
  sql`(select ${what} from score_sheet done where done.entry_id = ${row.id} and done.state in ('SUBMITTED', 'LOCKED')
    and done.round_id = (select begun.id from round begun where begun.competition_id = ${row.col('competition')} and begun.state <> 'PLANNED' order by begun.position desc limit 1))`;

/** What the team wrote: what completeness and submission look at. Whoever may submit sees all of it. */
const CONTENT = [
  'title',
  'titleEn',
  'summary',
  'summaryEn',
  'need',
  'activities',
  'innovation',
  'replicability',
  'results',
  'plan',
  'budget',
  'beneficiaries',
  'contactName',
  'contactPhone',
] as const satisfies readonly (keyof EntryContent)[];

/** What decides about an entry's steps besides its state, as one jsonb object. */
export function entryStanding(row: Row): Sql {
  return sql`(select jsonb_build_object('competitionState', edition.state, 'opensAt', edition.entries_open_at, 'deadline', ${entryDeadline(row)}, 'teamState', entrant.state, 'plans', (select count(*) from attachment planned where planned.entry_id = ${row.id} and planned.kind = 'PLAN'))
    from competition edition, team entrant where edition.id = ${row.col('competition')} and entrant.id = ${row.col('team')})`;
}

function contentOf(get: ComputedRow['get']): EntryContent {
  const text = (field: keyof EntryContent) => get<string>(field);
  return {
    title: text('title'),
    titleEn: text('titleEn'),
    summary: text('summary'),
    summaryEn: text('summaryEn'),
    need: text('need'),
    activities: text('activities'),
    innovation: text('innovation'),
    replicability: text('replicability'),
    results: text('results'),
    plan: get('plan'),
    budget: get('budget'),
    beneficiaries: get('beneficiaries'),
    contactName: text('contactName'),
    contactPhone: text('contactPhone'),
  };
}

/** How an entry is read. */
export const entryRead = defineRead({
  type: 'Entry',
  entity: Entry,
  access: entryAccess,
  fields: {
    team: one(() => teamRead, { shown: entryAccess.actions.seeEntrant }),
    need: written('need'),
    activities: written('activities'),
    innovation: written('innovation'),
    replicability: written('replicability'),
    results: written('results'),
    plan: written('plan'),
    budget: written('budget'),
    budgetTotal: written('budgetTotal'),
    factsActiveMonths: written('factsActiveMonths'),
    factsMembers: written('factsMembers'),
    factsMinutes: written('factsMinutes'),
    submittedAt: column('submittedAt', {
      shown: (viewer, row) => anyOf(readWhole(viewer, row), liaisesTeam(viewer, row.col('team'))),
    }),
    contactName: office('contactName'),
    contactPhone: office('contactPhone'),
    stateReason: office('stateReason'),
    resubmitUntil: office('resubmitUntil'),
    deadline: expression((row) => entryDeadline(row), { shown: handle }),
    meanScore: expression((row) => sheets(row, sql`round(avg(done.total), 2)::text`), { shown: oversees }),
    sheetsSubmitted: expression((row) => sheets(row, sql`count(*)::int`), { shown: oversees }),
    attachments: many(() => attachmentRead, {
      by: 'entry',
      order: (row) => sql`${row.col('position')}, ${row.id}`,
      limit: 50,
    }),
    revisions: many(() => entryRevisionRead, {
      by: 'entry',
      order: (row) => sql`${row.col('number')} desc`,
      limit: 50,
    }),
    screeningNotes: many(() => screeningNoteRead, {
      by: 'entry',
      order: (row) => sql`${row.col('createdAt')} desc, ${row.id}`,
      limit: 200,
    }),
    standing: expression((row) => entryStanding(row)),
    completeness: computed(
      [...CONTENT, 'standing'],
      (row) =>
        row.may('handle')
          ? submissionProblems(contentOf(row.get), row.get<EntryStanding>('standing').plans)
          : [],
      ['handle'],
    ),
    entrantNames: expression((row) => entrantNames(row), { shown: handle }),
    searchedFiles: expression((row) => searchedFiles(row), { shown: handle }),
    nameCheck: computed([...CONTENT, 'entrantNames', 'searchedFiles'], (row) => {
      const names = row.get<readonly EntrantName[] | null>('entrantNames');
      const files = row.get<readonly SearchedFile[] | null>('searchedFiles');
      return names && files ? nameCheck(contentOf(row.get), names, files) : null;
    }),
    canEdit: computed(
      ['state'],
      (row) => row.may('edit') && (EDITABLE_ENTRY_STATES as readonly EntryState[]).includes(row.get('state')),
      ['edit'],
    ),
    availableTransitions: transitionsField(ENTRY_LIFECYCLE, {
      needs: [...CONTENT, 'standing'],
      rules: (event, get, now) =>
        entryStepProblems(event, get<EntryStanding>('standing'), () => contentOf(get), now),
    }),
  },
});
