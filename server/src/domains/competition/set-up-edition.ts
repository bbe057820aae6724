import type { SqlEntityManager } from '@mikro-orm/sql';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { AwardRule } from './award-rule.entity.ts';
import { Category } from './category.entity.ts';
import type { Competition } from './competition.entity.ts';
import type { AwardPlan, RoundPlan } from './default-edition.ts';
import { Criterion, Round } from './round.entity.ts';

/** The nine categories, each at its place. */
export function addCategories(em: SqlEntityManager, competition: Competition): Category[] {
  return valuesOf(CATEGORIES).map((code, i) =>
    em.create(Category, {
      competition,
      code,
      title: CATEGORIES[code].zh,
      titleEn: CATEGORIES[code].en,
      position: i + 1,
    }),
  );
}

/** Rounds with their criteria, in order. */
export function addRounds(
  em: SqlEntityManager,
  competition: Competition,
  plans: readonly RoundPlan[],
): Round[] {
  return plans.map(({ criteria, ...plan }, i) => {
    const round = em.create(Round, { ...plan, competition, position: i + 1 });
    criteria.forEach((criterion, j) => {
      em.create(Criterion, { ...criterion, round, position: j + 1 });
    });
    return round;
  });
}

/** Awards in the order they are given. */
export function addAwards(
  em: SqlEntityManager,
  competition: Competition,
  plans: readonly AwardPlan[],
): AwardRule[] {
  return plans.map((plan, i) => em.create(AwardRule, { ...plan, competition, position: i + 1 }));
}
