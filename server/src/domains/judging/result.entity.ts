import { defineEntity, p } from '@mikro-orm/core';
import type { Analysis } from '@xinghuo/shared/judging/analysis/types';
import { OBJECTION_STATES, type ObjectionState } from '@xinghuo/shared/judging/domain/objection';
import type { ScoringRule } from '@xinghuo/shared/judging/scoring/rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable, id } from '../../platform/entity/base.ts';
import { AwardRule, Category, Competition, Entry, Round } from '../competition/index.ts';
import { Account } from '../identity/index.ts';

const ResultSchema = defineEntity({
  name: 'Result',
  tableName: 'result',
  properties: {
    ...id,
    competition: () => p.manyToOne(Competition).ref(),
    /** Null for the result of the whole edition. */
    round: () => p.manyToOne(Round).ref().nullable().index(),
    /** Results computed in one go, by different rules from the same sheets, share it. */
    batch: p.uuid(),
    rule: p.json<ScoringRule>(),
    /** By the edition's own rule, and the newest: the one that counts. */
    official: p.boolean(),
    computedAt: p.datetime(),
    computedBy: () => p.manyToOne(Account).ref().nullable().index(),
    /** The input of the engine as it was; recomputing it gives the same digests. */
    inputs: p.text().hidden().lazy(),
    inputsDigest: p.text(),
    /** What of sheets, entries, rubric, awards and decisions it was computed from: a change of any outdates it. */
    fingerprint: p.text(),
    resultDigest: p.text(),
    /** Award lines and what the deliberation changed, as the engine gives them. */
    outcome: p.json<object>().hidden().lazy(),
    /** How sure it is and what deserves a look; on the official result of a computation. */
    analysis: p.json<Analysis>().nullable().hidden().lazy(),
    /** What the analysis was made with beside the inputs: seed, draws, how each sheet came about. */
    analysisSettings: p.text().nullable().hidden().lazy(),
    /** SHA-256 of the analysis in canonical form: it stands beside the result’s digest, not in it. */
    analysisDigest: p.text().nullable(),
    /** From the public notice on nothing of it changes. */
    frozenAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['competition', 'computedAt'] }],
  uniques: [
    {
      name: 'result_official',
      expression:
        'create unique index result_official on result (competition_id, round_id) nulls not distinct where official',
    },
  ],
});

/** A computed result of a round or an edition, with what it was computed from. */
export class Result extends ResultSchema.class {}
ResultSchema.setClass(Result);

/** One sheet as it went into a score. */
export interface SheetTotal {
  readonly roundId: string;
  readonly judgeCode: string;
  readonly value: string;
  /** False when the rule dropped it. */
  readonly counted: boolean;
}

const ResultRowSchema = defineEntity({
  name: 'ResultRow',
  tableName: 'result_row',
  properties: {
    ...id,
    result: () => p.manyToOne(Result).ref().deleteRule('cascade'),
    entry: () => p.manyToOne(Entry).ref().index(),
    category: () => p.manyToOne(Category).ref().index(),
    /** Score by round, in the order of the rounds. */
    roundScores: p.json<readonly { readonly roundId: string; readonly score: string | null }[]>(),
    total: p.decimal().precision(14).scale(10).nullable(),
    /** The total as the rule writes it: `87.50`. */
    totalText: p.text().nullable(),
    categoryRank: p.integer().nullable(),
    overallRank: p.integer().nullable(),
    sharedCategory: p.integer(),
    sharedOverall: p.integer(),
    computedAward: () => p.manyToOne(AwardRule).ref().nullable().index(),
    award: () => p.manyToOne(AwardRule).ref().nullable().index(),
    /** Highest less lowest sheet of the last round reached, 0 … 100. */
    spread: p.decimal().precision(9).scale(4).nullable(),
    sheetTotals: p.json<readonly SheetTotal[]>(),
    flags: p.array().columnType('text[]'),
  },
  uniques: [{ properties: ['result', 'entry'] }],
  indexes: [
    { properties: ['result', 'category', 'categoryRank'] },
    { properties: ['result', 'overallRank'] },
  ],
});

/** One entry in a result. */
export class ResultRow extends ResultRowSchema.class {}
ResultRowSchema.setClass(ResultRow);

const DeliberationSchema = defineEntity({
  name: 'Deliberation',
  tableName: 'deliberation',
  properties: {
    ...editable,
    competition: () => p.manyToOne(Competition).ref().index(),
    entry: () => p.oneToOne(Entry).ref().owner(),
    /** What the ranking gave when it was decided. */
    from: () => p.manyToOne(AwardRule).ref().nullable().fieldName('from_award_id').index(),
    to: () => p.manyToOne(AwardRule).ref().nullable().fieldName('to_award_id').index(),
    reason: p.text(),
    by: () => p.manyToOne(Account).ref().nullable().fieldName('by_account_id').index(),
    at: p.datetime(),
  },
  checks: [{ name: 'deliberation_reason', expression: `btrim(reason) <> ''` }],
});

/** A decision of the deliberation on one entry, with its reason. */
export class Deliberation extends DeliberationSchema.class {}
DeliberationSchema.setClass(Deliberation);

/** What removing sheets does to a result. */
export interface ObjectionEffect {
  readonly removed: readonly {
    readonly sheetId: string;
    readonly entryId: string;
    readonly roundId: string;
    readonly judgeCode: string;
    readonly total: string;
  }[];
  readonly changes: readonly {
    readonly entryId: string;
    readonly categoryId: string;
    readonly before: ObjectionPlace;
    readonly after: ObjectionPlace;
  }[];
}

/** Where an entry stands before or after. */
export interface ObjectionPlace {
  readonly total: string | null;
  readonly categoryRank: number | null;
  readonly overallRank: number | null;
  readonly awardId: string | null;
}

const ObjectionSchema = defineEntity({
  name: 'Objection',
  tableName: 'objection',
  properties: {
    ...editable,
    competition: () => p.manyToOne(Competition).ref(),
    entry: () => p.manyToOne(Entry).ref().nullable().index(),
    /** The account it was filed with; null from a visitor. */
    account: () => p.manyToOne(Account).ref().nullable().index(),
    author: p.text().hidden(),
    contact: p.text().hidden(),
    text: p.text(),
    state: p.enum(valuesOf(OBJECTION_STATES)).$type<ObjectionState>().default('RECEIVED'),
    decision: p.text().nullable(),
    /** Sheets that the decision removed, and what their absence changed; as it was shown before deciding. */
    effect: p.json<ObjectionEffect>().nullable(),
    decidedBy: () => p.manyToOne(Account).ref().nullable().index(),
    decidedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['competition', 'state'] }],
  checks: [{ name: 'objection_decided', expression: `(state = 'RECEIVED') = (decided_at is null)` }],
});

/** Somebody objects to a publicised result. */
export class Objection extends ObjectionSchema.class {}
ObjectionSchema.setClass(Objection);

const ObjectionSourceSchema = defineEntity({
  name: 'ObjectionSource',
  tableName: 'objection_source',
  properties: {
    ...id,
    /** Keyed digest of the account or address. */
    source: p.text().hidden(),
    filedAt: p.datetime(),
  },
  indexes: [{ properties: ['source', 'filedAt'] }],
});

/** Where objections of the last hour came from, so that all instances count together; removed every night. */
export class ObjectionSource extends ObjectionSourceSchema.class {}
ObjectionSourceSchema.setClass(ObjectionSource);
