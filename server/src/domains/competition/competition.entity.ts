import { defineEntity, p } from '@mikro-orm/core';
import { COMPETITION_STATES, type CompetitionState } from '@xinghuo/shared/competition/competition';
import type { ScoringRule } from '@xinghuo/shared/judging/scoring/rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable, id } from '../../platform/entity/base.ts';
import { Unit } from '../units/index.ts';

const CompetitionSchema = defineEntity({
  name: 'Competition',
  tableName: 'competition',
  properties: {
    ...editable,
    /** The edition; one a year, and the first part of every entry's number. */
    year: p.integer().unique(),
    title: p.text(),
    titleEn: p.text().default(''),
    theme: p.text().default(''),
    themeEn: p.text().default(''),
    notice: p.text().default(''),
    noticeEn: p.text().default(''),
    state: p.enum(valuesOf(COMPETITION_STATES)).$type<CompetitionState>().default('DRAFT'),
    entriesOpenAt: p.datetime().nullable(),
    entriesCloseAt: p.datetime().nullable(),
    screeningCloseAt: p.datetime().nullable(),
    publicityStartsAt: p.datetime().nullable(),
    publicityEndsAt: p.datetime().nullable(),
    publishedAt: p.datetime().nullable(),
    /** The end of the public notice that coordinators have been told of. */
    publicityToldFor: p.datetime().nullable(),
    /** The official rule, chosen before scoring opens. */
    scoringRule: p.json<ScoringRule>(),
  },
});

/** One edition of the project competition. */
export class Competition extends CompetitionSchema.class {}
CompetitionSchema.setClass(Competition);

const CompetitionHostSchema = defineEntity({
  name: 'CompetitionHost',
  tableName: 'competition_host',
  properties: {
    ...id,
    competition: () => p.manyToOne(Competition).ref().deleteRule('cascade'),
    unit: () => p.manyToOne(Unit).ref().index(),
    position: p.integer(),
  },
  uniques: [{ properties: ['competition', 'unit'] }],
});

/** A unit that organises an edition, in the order of the notice. */
export class CompetitionHost extends CompetitionHostSchema.class {}
CompetitionHostSchema.setClass(CompetitionHost);
