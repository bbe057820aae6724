import { defineEntity, p } from '@mikro-orm/core';
import {
  type Beneficiary,
  type BudgetLine,
  ENTRY_STATES,
  type EntryContent,
  type EntryState,
  NOTE_FIELDS,
  type NoteField,
  type PlanStep,
} from '@xinghuo/shared/competition/entry';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { APPLICANT_KINDS, type ApplicantKind } from '@xinghuo/shared/teams/team';
import { editable, id } from '../../platform/entity/base.ts';
import { Account } from '../identity/index.ts';
import { Team } from '../teams/index.ts';
import { AwardRule } from './award-rule.entity.ts';
import { Category } from './category.entity.ts';
import { Competition } from './competition.entity.ts';

const EntrySchema = defineEntity({
  name: 'Entry',
  tableName: 'entry',
  properties: {
    ...editable,
    competition: () => p.manyToOne(Competition).ref(),
    category: () => p.manyToOne(Category).ref(),
    team: () => p.manyToOne(Team).ref(),
    /** Given at the first submission and kept for good. */
    number: p.text().nullable(),
    title: p.text(),
    titleEn: p.text().default(''),
    applicantKind: p.enum(valuesOf(APPLICANT_KINDS)).$type<ApplicantKind>(),
    summary: p.text().default(''),
    summaryEn: p.text().default(''),
    need: p.text().default(''),
    activities: p.text().default(''),
    innovation: p.text().default(''),
    replicability: p.text().default(''),
    results: p.text().default(''),
    plan: p.json<readonly PlanStep[]>(),
    budget: p.json<readonly BudgetLine[]>(),
    /** Yuan; the sum of the budget. */
    budgetTotal: p.decimal().precision(12).scale(2),
    beneficiaries: p.json<readonly Beneficiary[]>(),
    contactName: p.text().default(''),
    /** A person's telephone number: not in the audit log. */
    contactPhone: p.text().default('').hidden(),
    state: p.enum(valuesOf(ENTRY_STATES)).$type<EntryState>().default('DRAFT'),
    /** The latest submission. */
    submittedAt: p.datetime().nullable(),
    /** When the entry was returned: until when it may be submitted again. */
    resubmitUntil: p.datetime().nullable(),
    /** The deadline that its team has been reminded of. */
    remindedFor: p.datetime().nullable(),
    /** Why it was rejected, withdrawn or disqualified. */
    stateReason: p.text().nullable(),
    /** Facts of the team, frozen at submission. */
    factsActiveMonths: p.integer().nullable(),
    factsMembers: p.integer().nullable(),
    factsMinutes: p.integer().nullable(),
    award: () => p.manyToOne(AwardRule).ref().nullable().index(),
    createdBy: () => p.manyToOne(Account).ref().nullable().index(),
  },
  uniques: [
    { name: 'entry_number_once', properties: ['competition', 'number'] },
    {
      name: 'entry_once',
      expression: `create unique index entry_once on entry (competition_id, category_id, team_id, regexp_replace(search_text(title), '[[:space:]]+', '', 'g')) where state <> 'WITHDRAWN'`,
    },
  ],
  indexes: [
    { properties: ['competition', 'state'] },
    { properties: ['category', 'state'] },
    { properties: ['team'] },
    { properties: ['competition', 'submittedAt', 'id'] },
    { properties: ['competition', 'updatedAt', 'id'] },
    {
      name: 'entry_search',
      expression: `create index entry_search on entry using gin (search_bigrams(title || ' ' || summary || ' ' || coalesce(number, '')))`,
    },
  ],
  checks: [
    {
      name: 'entry_submitted',
      expression: `state in ('DRAFT', 'WITHDRAWN') or (number is not null and submitted_at is not null and facts_members is not null)`,
    },
    { name: 'entry_returned', expression: `state <> 'RETURNED' or resubmit_until is not null` },
    { name: 'entry_budget', expression: 'budget_total >= 0' },
  ],
});

/** A project entered in an edition. */
export class Entry extends EntrySchema.class {}
EntrySchema.setClass(Entry);

/** What a revision keeps: the content, its category and applicant kind, the attachments and the frozen facts. */
export interface RevisionContent extends EntryContent {
  readonly category: string;
  readonly applicantKind: string;
  readonly budgetTotal: string;
  readonly attachments: readonly {
    readonly fileId: string;
    readonly kind: string;
    readonly title: string;
    readonly name: string;
    readonly sha256: string;
  }[];
  readonly facts: { readonly activeMonths: number; readonly members: number; readonly minutes: number };
}

const EntryRevisionSchema = defineEntity({
  name: 'EntryRevision',
  tableName: 'entry_revision',
  properties: {
    ...id,
    entry: () => p.manyToOne(Entry).ref(),
    /** From 1, in the order of submission. */
    number: p.integer(),
    submittedAt: p.datetime(),
    submittedBy: () => p.manyToOne(Account).ref().nullable().index(),
    content: p.json<RevisionContent>().hidden(),
  },
  uniques: [{ properties: ['entry', 'number'] }],
  indexes: [
    {
      name: 'entry_revision_files',
      expression: `create index entry_revision_files on entry_revision using gin ((content -> 'attachments') jsonb_path_ops)`,
    },
  ],
});

/** An entry as it was submitted once; never changed. */
export class EntryRevision extends EntryRevisionSchema.class {}
EntryRevisionSchema.setClass(EntryRevision);

const ScreeningNoteSchema = defineEntity({
  name: 'ScreeningNote',
  tableName: 'screening_note',
  properties: {
    ...id,
    entry: () => p.manyToOne(Entry).ref().index(),
    field: p.enum(NOTE_FIELDS).$type<NoteField>(),
    text: p.text(),
    author: () => p.manyToOne(Account).ref().nullable().index(),
    createdAt: p.datetime(),
    /** The entry was submitted again since. */
    resolved: p.boolean().default(false),
  },
});

/** What the office asks a team to change, at its field. */
export class ScreeningNote extends ScreeningNoteSchema.class {}
ScreeningNoteSchema.setClass(ScreeningNote);
