import { defineEntity, p } from '@mikro-orm/core';
import { editable, id } from '../../platform/entity/base.ts';
import { Category, Criterion, Entry, Round } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { ExemplarProject } from '../library/index.ts';
import { Judge } from './judge.entity.ts';

const PracticeEntrySchema = defineEntity({
  name: 'PracticeEntry',
  tableName: 'practice_entry',
  properties: {
    ...editable,
    round: () => p.manyToOne(Round).ref(),
    /** Of the round's edition; the entry may be of an earlier one. */
    category: () => p.manyToOne(Category).ref().index(),
    /** What is read and marked: an entry, or a project of the library. */
    entry: () => p.manyToOne(Entry).ref().nullable().deleteRule('no action').index(),
    exemplar: () => p.manyToOne(ExemplarProject).ref().nullable().deleteRule('no action').index(),
    position: p.integer(),
  },
  uniques: [
    { properties: ['round', 'category', 'entry'] },
    { properties: ['round', 'category', 'exemplar'] },
  ],
  checks: [{ name: 'practice_entry_text', expression: '(entry_id is null) <> (exemplar_id is null)' }],
});

/** An entry, or an exemplary project, that judges of a category mark for practice, with marks that were agreed on beforehand. */
export class PracticeEntry extends PracticeEntrySchema.class {}
PracticeEntrySchema.setClass(PracticeEntry);

const PracticeMarkSchema = defineEntity({
  name: 'PracticeMark',
  tableName: 'practice_mark',
  properties: {
    ...id,
    practice: () => p.manyToOne(PracticeEntry).ref().deleteRule('cascade'),
    criterion: () => p.manyToOne(Criterion).ref().index(),
    value: p.decimal().precision(8).scale(2),
    reason: p.text(),
  },
  uniques: [{ properties: ['practice', 'criterion'] }],
});

/** The mark that was agreed on for one criterion of a practice entry, and why. */
export class PracticeMark extends PracticeMarkSchema.class {}
PracticeMarkSchema.setClass(PracticeMark);

/** A mark a judge gave for practice. */
export interface PracticeGiven {
  readonly criterionId: string;
  readonly value: string;
}

const PracticeSheetSchema = defineEntity({
  name: 'PracticeSheet',
  tableName: 'practice_sheet',
  properties: {
    ...id,
    practice: () => p.manyToOne(PracticeEntry).ref(),
    judge: () => p.manyToOne(Judge).ref().index(),
    submittedAt: p.datetime(),
    secondsSpent: p.integer().default(0),
    marks: p.json<readonly PracticeGiven[]>(),
  },
  uniques: [{ properties: ['practice', 'judge'] }],
});

/** What a judge gave a practice entry. A table of its own: no result, load or export of real sheets can meet it. */
export class PracticeSheet extends PracticeSheetSchema.class {}
PracticeSheetSchema.setClass(PracticeSheet);

const AnchorSchema = defineEntity({
  name: 'Anchor',
  tableName: 'anchor',
  properties: {
    ...id,
    round: () => p.manyToOne(Round).ref(),
    entry: () => p.manyToOne(Entry).ref().index(),
    /** How many judges mark it; null: every judge of its category. */
    judges: p.integer().nullable(),
    createdBy: () => p.manyToOne(Account).ref().nullable().index(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['round', 'entry'] }],
  checks: [{ name: 'anchor_judges', expression: 'judges between 2 and 1000' }],
});

/** An entry of a round that many judges mark, so that their scales can be compared while they work. */
export class Anchor extends AnchorSchema.class {}
AnchorSchema.setClass(Anchor);
