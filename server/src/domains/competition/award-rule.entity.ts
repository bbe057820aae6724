import { defineEntity, p } from '@mikro-orm/core';
import {
  AWARD_SCOPES,
  type AwardScope,
  TIES_AT_LINE,
  type TieAtLine,
} from '@xinghuo/shared/competition/competition';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { id } from '../../platform/entity/base.ts';
import { Competition } from './competition.entity.ts';

const AwardRuleSchema = defineEntity({
  name: 'AwardRule',
  tableName: 'award_rule',
  properties: {
    ...id,
    competition: () => p.manyToOne(Competition).ref(),
    title: p.text(),
    titleEn: p.text(),
    /** How a nominated award is decided, or what else the notice says of it. */
    basis: p.text().default(''),
    basisEn: p.text().default(''),
    scope: p.enum(valuesOf(AWARD_SCOPES)).$type<AwardScope>(),
    quota: p.integer(),
    /** Entries with a lower total do not get it. */
    minimumTotal: p.decimal().precision(5).scale(2).nullable(),
    /** Awards are given in this order: an entry takes the first it reaches. */
    position: p.integer(),
    tieAtLine: p.enum(valuesOf(TIES_AT_LINE)).$type<TieAtLine>().default('DELIBERATE'),
  },
  indexes: [{ properties: ['competition', 'position'] }],
  checks: [{ name: 'award_rule_quota_range', expression: 'quota between 1 and 1000' }],
});

/** An award of an edition and how many there are. */
export class AwardRule extends AwardRuleSchema.class {}
AwardRuleSchema.setClass(AwardRule);
