import { defineEntity, p } from '@mikro-orm/core';
import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable } from '../../platform/entity/base.ts';

const ExemplarProjectSchema = defineEntity({
  name: 'ExemplarProject',
  tableName: 'exemplar_project',
  properties: {
    ...editable,
    category: p.enum(valuesOf(CATEGORIES)).$type<CategoryCode>().index(),
    title: p.text(),
    titleEn: p.text().nullable(),
    /** Who runs it, anywhere in the country. */
    organisation: p.text(),
    /** Where, in words: exemplary projects come from other cities. */
    region: p.text(),
    award: p.text(),
    year: p.integer().nullable(),
    summary: p.text(),
    summaryEn: p.text().nullable(),
    /** What another team can take over, one sentence each. */
    replicablePoints: p.array<string>().columnType('text[]'),
    replicablePointsEn: p.array<string>().columnType('text[]'),
  },
  uniques: [{ properties: ['title', 'organisation'] }],
});

/** An exemplary project that entrants can learn from. */
export class ExemplarProject extends ExemplarProjectSchema.class {}
ExemplarProjectSchema.setClass(ExemplarProject);
