import { defineEntity, p } from '@mikro-orm/core';
import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable } from '../../platform/entity/base.ts';
import { Unit } from '../units/index.ts';
import { Competition } from './competition.entity.ts';

const CategorySchema = defineEntity({
  name: 'Category',
  tableName: 'category',
  properties: {
    ...editable,
    competition: () => p.manyToOne(Competition).ref(),
    code: p.enum(valuesOf(CATEGORIES)).$type<CategoryCode>(),
    title: p.text(),
    titleEn: p.text(),
    position: p.integer(),
    /** The unit that answers for the category. */
    leadHost: () => p.manyToOne(Unit).ref().nullable().index(),
  },
  uniques: [{ properties: ['competition', 'code'] }],
});

/** One of the nine categories of an edition. */
export class Category extends CategorySchema.class {}
CategorySchema.setClass(Category);
