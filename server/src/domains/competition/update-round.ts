import type { PracticeRule, RoundKind } from '@xinghuo/shared/competition/competition';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { useCase } from '../../platform/write/use-case.ts';
import { competitionAccess, roundAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { readFilesJob } from './name-check.ts';
import { Round } from './round.entity.ts';
import { orderProblem } from './step-competition.ts';

interface Input {
  readonly id: string;
  readonly version: number;
  readonly title?: string | null;
  readonly titleEn?: string | null;
  readonly kind?: RoundKind | null;
  readonly judgesPerEntry?: number | null;
  readonly advancePerCategory?: number | null;
  readonly remarkMinimum?: number | null;
  readonly practiceRule?: PracticeRule | null;
  readonly blind?: boolean | null;
  readonly opensAt?: Date | null;
  readonly closesAt?: Date | null;
}

/** What stands once a round has begun. */
const FIXED = ['kind', 'judgesPerEntry', 'blind', 'opensAt', 'closesAt'] as const;

/** Changes a round's names, dates and numbers; weights are set for all rounds together. */
export const updateRound = useCase('roundUpdate', async (tx, input: Input) => {
  const round = await tx.get(Round, roundAccess, input.id, { right: 'manage', version: input.version });
  const competition = await tx.get(Competition, competitionAccess, round.competition.id, { lock: 'share' });
  if (typeof input.title === 'string')
    tx.note(textProblem('title', input.title, { max: 40, required: true }));
  tx.note(
    textProblem('titleEn', input.titleEn, { max: 100 }),
    rangeProblem('judgesPerEntry', input.judgesPerEntry, 1, 50),
    rangeProblem('advancePerCategory', input.advancePerCategory, 1, 1000),
    rangeProblem('remarkMinimum', input.remarkMinimum, 0, 1000),
  );
  if (round.state !== 'PLANNED') {
    for (const field of FIXED) {
      const value = input[field];
      const same =
        value instanceof Date
          ? value.getTime() === round[field as 'opensAt']?.getTime()
          : value === round[field];
      if (value !== undefined && value !== null && !same)
        tx.note(problem('ROUND_STARTED', field, { state: round.state }));
    }
  }
  tx.settle();
  round.title = input.title?.trim() ?? round.title;
  round.titleEn = input.titleEn?.trim() ?? round.titleEn;
  round.kind = input.kind ?? round.kind;
  round.judgesPerEntry = input.judgesPerEntry ?? round.judgesPerEntry;
  round.advancePerCategory = input.advancePerCategory ?? round.advancePerCategory;
  round.practiceRule = input.practiceRule ?? round.practiceRule;
  if (input.blind && !round.blind) await tx.enqueue(readFilesJob.name, { competitionId: competition.id });
  round.blind = input.blind ?? round.blind;
  round.remarkMinimum = input.remarkMinimum ?? round.remarkMinimum;
  if (round.state === 'PLANNED') {
    if (input.opensAt !== undefined) round.opensAt = input.opensAt;
    if (input.closesAt !== undefined) round.closesAt = input.closesAt;
  }
  if (round.opensAt && round.closesAt && round.closesAt <= round.opensAt) {
    tx.refuse(problem('DATES_OUT_OF_ORDER', 'closesAt', { earlier: 'opensAt', later: 'closesAt' }));
  }
  if (competition.state !== 'DRAFT') tx.note(await orderProblem(tx, competition));
  return { round: round.id };
});
