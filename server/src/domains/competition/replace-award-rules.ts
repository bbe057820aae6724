import { AWARDS_PHASES } from '@xinghuo/shared/competition/changeable';
import type { AwardScope, TieAtLine } from '@xinghuo/shared/competition/competition';
import { hundredths } from '@xinghuo/shared/competition/rubric';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { AwardRule } from './award-rule.entity.ts';
import { competitionAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { flushOrRefuse, REFERRED } from './flush.ts';

interface AwardGiven {
  readonly id?: string | null;
  readonly title: string;
  readonly titleEn?: string | null;
  readonly basis?: string | null;
  readonly basisEn?: string | null;
  readonly scope: AwardScope;
  readonly quota: number;
  readonly minimumTotal?: string | null;
  readonly tieAtLine: TieAtLine;
}

interface Input {
  readonly competitionId: string;
  readonly version: number;
  readonly awardRules: readonly AwardGiven[];
}

const AWARDS = 30;

/** Sets all awards of an edition, in the order of giving. */
export const replaceAwardRules = useCase('awardRulesReplace', async (tx, input: Input) => {
  const competition = await tx.get(Competition, competitionAccess, input.competitionId, {
    right: 'manage',
    version: input.version,
  });
  if (!AWARDS_PHASES.includes(competition.state)) {
    tx.refuse(problem('COMPETITION_STATE', 'awardRules', { state: competition.state }));
  }
  const present = await tx.em.find(AwardRule, { competition: competition.id });
  checkAwards(tx, input.awardRules, present);
  tx.settle();
  const kept = new Set(input.awardRules.flatMap(({ id }) => id ?? []));
  for (const rule of present) if (!kept.has(rule.id)) tx.em.remove(rule);
  input.awardRules.forEach((given, i) => {
    const values = {
      title: given.title.trim(),
      titleEn: given.titleEn?.trim() ?? '',
      basis: given.basis?.trim() ?? '',
      basisEn: given.basisEn?.trim() ?? '',
      scope: given.scope,
      quota: given.quota,
      minimumTotal: given.minimumTotal ?? null,
      tieAtLine: given.tieAtLine,
      position: i + 1,
    };
    const rule = present.find(({ id }) => id === given.id);
    if (rule) Object.assign(rule, values);
    else tx.em.create(AwardRule, { ...values, competition });
  });
  competition.updatedAt = tx.now;
  await flushOrRefuse(tx, { [REFERRED]: (by) => problem('IN_USE', 'awardRules', { by }) });
  return { competition: competition.id };
});

function checkAwards(tx: Tx, awards: readonly AwardGiven[], present: readonly AwardRule[]): void {
  if (awards.length > AWARDS) tx.refuse(problem('TOO_MANY', 'awardRules', { max: AWARDS }));
  const ids = awards.map(({ id }) => id ?? null);
  awards.forEach((given, i) => {
    const path = `awardRules.${i}`;
    if (given.id && !present.some(({ id }) => id === given.id)) tx.note(problem('NOT_FOUND', `${path}.id`));
    if (given.id && ids.indexOf(given.id) < i) tx.note(problem('DUPLICATE', `${path}.id`));
    const minimum = given.minimumTotal ? hundredths(given.minimumTotal) : 0;
    if (minimum === null || minimum > 10_000)
      tx.note(problem('OUT_OF_RANGE', `${path}.minimumTotal`, { min: '0', max: '100' }));
    tx.note(
      textProblem(`${path}.title`, given.title, { max: 40, required: true }),
      textProblem(`${path}.titleEn`, given.titleEn, { max: 100 }),
      textProblem(`${path}.basis`, given.basis, { max: 500 }),
      textProblem(`${path}.basisEn`, given.basisEn, { max: 1000 }),
      rangeProblem(`${path}.quota`, given.quota, 1, 1000),
    );
  });
}
