import { DeferMode, defineEntity, p } from '@mikro-orm/core';
import {
  PRACTICE_RULES,
  type PracticeRule,
  ROUND_KINDS,
  ROUND_STATES,
  type RoundKind,
  type RoundState,
} from '@xinghuo/shared/competition/competition';
import type { GuidanceBand } from '@xinghuo/shared/competition/rubric';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable, id } from '../../platform/entity/base.ts';
import { Competition } from './competition.entity.ts';

const RoundSchema = defineEntity({
  name: 'Round',
  tableName: 'round',
  properties: {
    ...editable,
    competition: () => p.manyToOne(Competition).ref(),
    position: p.integer(),
    kind: p.enum(valuesOf(ROUND_KINDS)).$type<RoundKind>(),
    title: p.text(),
    titleEn: p.text(),
    /** Percent of the total; the rounds of an edition sum to 100. */
    weight: p.decimal().precision(5).scale(2),
    judgesPerEntry: p.integer(),
    /** How many entries of each category go on to the next round; null in the last one. */
    advancePerCategory: p.integer().nullable(),
    /** Characters the overall remark of a sheet must have at least; 0 asks for none. */
    remarkMinimum: p.integer().default(0),
    opensAt: p.datetime().nullable(),
    closesAt: p.datetime().nullable(),
    /** Whether practice entries come before the first real one. */
    practiceRule: p.enum(valuesOf(PRACTICE_RULES)).$type<PracticeRule>().default('OFFERED'),
    /** Judges see neither team nor unit of an entry they hold. */
    blind: p.boolean().default(false),
    state: p.enum(valuesOf(ROUND_STATES)).$type<RoundState>().default('PLANNED'),
  },
  // Looked at when the transaction ends: rounds change places in one step.
  uniques: [{ properties: ['competition', 'position'], deferMode: DeferMode.INITIALLY_DEFERRED }],
  checks: [
    { name: 'round_weight_range', expression: 'weight > 0 and weight <= 100' },
    { name: 'round_judges_range', expression: 'judges_per_entry between 1 and 50' },
    { name: 'round_remark_range', expression: 'remark_minimum between 0 and 1000' },
    { name: 'round_window', expression: 'closes_at > opens_at' },
  ],
});

/** One round of judging. */
export class Round extends RoundSchema.class {}
RoundSchema.setClass(Round);

const CriterionSchema = defineEntity({
  name: 'Criterion',
  tableName: 'criterion',
  properties: {
    ...id,
    round: () => p.manyToOne(Round).ref(),
    code: p.text(),
    title: p.text(),
    titleEn: p.text(),
    description: p.text(),
    descriptionEn: p.text(),
    /** Percent of the sheet; the criteria of a round sum to 100. */
    weight: p.decimal().precision(5).scale(2),
    /** The highest mark; marks run from 0 in steps of `step`. */
    max: p.decimal().precision(5).scale(2),
    step: p.decimal().precision(5).scale(2),
    position: p.integer(),
    bands: p.json<readonly GuidanceBand[]>(),
  },
  uniques: [{ properties: ['round', 'code'] }],
  checks: [
    { name: 'criterion_weight_range', expression: 'weight > 0 and weight <= 100' },
    { name: 'criterion_scale', expression: 'max > 0 and step > 0 and mod(max, step) = 0' },
  ],
});

/** What judges mark, with its weight, scale and guidance. */
export class Criterion extends CriterionSchema.class {}
CriterionSchema.setClass(Criterion);
