import { ROUNDS_PHASES } from '@xinghuo/shared/competition/changeable';
import type { RoundKind } from '@xinghuo/shared/competition/competition';
import { hundredths, weightSumProblem } from '@xinghuo/shared/competition/rubric';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { competitionAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { flushOrRefuse, REFERRED } from './flush.ts';
import { Criterion, Round } from './round.entity.ts';
import { isRubricFrozen } from './rubric-frozen.ts';

interface RoundGiven {
  readonly id?: string | null;
  readonly kind: RoundKind;
  readonly title: string;
  readonly titleEn?: string | null;
  readonly weight: string;
  readonly judgesPerEntry: number;
  readonly advancePerCategory?: number | null;
}

interface Input {
  readonly competitionId: string;
  readonly version: number;
  readonly rounds: readonly RoundGiven[];
}

const ROUNDS = 6;

/** Sets all rounds of an edition in one step, so that their weights sum to 100 at every moment. */
export const replaceRounds = useCase('roundsReplace', async (tx, input: Input) => {
  const competition = await tx.get(Competition, competitionAccess, input.competitionId, {
    right: 'manage',
    version: input.version,
  });
  if (!ROUNDS_PHASES.includes(competition.state)) {
    tx.refuse(problem('COMPETITION_STATE', 'rounds', { state: competition.state }));
  }
  const present = await tx.em.find(Round, { competition: competition.id }, { orderBy: { position: 'asc' } });
  checkRounds(tx, input.rounds, present);
  for (const round of present)
    if (await isRubricFrozen(tx, round.id)) tx.note(problem('RUBRIC_FROZEN', 'rounds'));
  tx.settle();
  const kept = new Set(input.rounds.flatMap(({ id }) => id ?? []));
  for (const round of present) {
    if (kept.has(round.id)) continue;
    for (const criterion of await tx.em.find(Criterion, { round: round.id })) tx.em.remove(criterion);
    tx.em.remove(round);
  }
  input.rounds.forEach((given, i) => {
    const values = {
      kind: given.kind,
      title: given.title.trim(),
      titleEn: given.titleEn?.trim() ?? '',
      weight: given.weight,
      judgesPerEntry: given.judgesPerEntry,
      advancePerCategory: given.advancePerCategory ?? null,
      position: i + 1,
    };
    const round = present.find(({ id }) => id === given.id);
    if (round) Object.assign(round, values);
    else tx.em.create(Round, { ...values, competition });
  });
  competition.updatedAt = tx.now;
  await flushOrRefuse(tx, { [REFERRED]: (by) => problem('IN_USE', 'rounds', { by }) });
  return { competition: competition.id };
});

function checkRounds(tx: Tx, rounds: readonly RoundGiven[], present: readonly Round[]): void {
  if (rounds.length === 0) tx.refuse(problem('REQUIRED', 'rounds'));
  if (rounds.length > ROUNDS) tx.refuse(problem('TOO_MANY', 'rounds', { max: ROUNDS }));
  const ids = rounds.map(({ id }) => id ?? null);
  rounds.forEach((round, i) => {
    const path = `rounds.${i}`;
    const weight = hundredths(round.weight);
    if (round.id && !present.some(({ id }) => id === round.id)) tx.note(problem('NOT_FOUND', `${path}.id`));
    if (round.id && ids.indexOf(round.id) < i) tx.note(problem('DUPLICATE', `${path}.id`));
    if (weight === null || weight <= 0)
      tx.note(problem('OUT_OF_RANGE', `${path}.weight`, { min: '0.01', max: '100' }));
    tx.note(
      textProblem(`${path}.title`, round.title, { max: 40, required: true }),
      textProblem(`${path}.titleEn`, round.titleEn, { max: 100 }),
      rangeProblem(`${path}.judgesPerEntry`, round.judgesPerEntry, 1, 50),
      rangeProblem(`${path}.advancePerCategory`, round.advancePerCategory, 1, 1000),
    );
  });
  tx.note(
    weightSumProblem(
      rounds.map(({ weight }) => weight),
      'rounds',
    ),
  );
}
