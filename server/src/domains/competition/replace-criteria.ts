import { type CriterionDraft, criteriaProblems } from '@xinghuo/shared/competition/rubric';
import { problem } from '@xinghuo/shared/kernel/problem';
import { useCase } from '../../platform/write/use-case.ts';
import { roundAccess } from './competition.access.ts';
import { flushOrRefuse, REFERRED } from './flush.ts';
import { Criterion, Round } from './round.entity.ts';
import { isRubricFrozen } from './rubric-frozen.ts';

interface BandGiven {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly labelEn?: string | null;
  readonly text: string;
  readonly textEn?: string | null;
  readonly example?: string | null;
  readonly exampleEn?: string | null;
}

interface CriterionGiven {
  readonly code: string;
  readonly title: string;
  readonly titleEn?: string | null;
  readonly description?: string | null;
  readonly descriptionEn?: string | null;
  readonly weight: string;
  readonly max: string;
  readonly step: string;
  readonly bands?: readonly BandGiven[] | null;
}

interface Input {
  readonly roundId: string;
  readonly version: number;
  readonly criteria: readonly CriterionGiven[];
}

const draft = (given: CriterionGiven): CriterionDraft => ({
  code: given.code.trim(),
  title: given.title.trim(),
  titleEn: given.titleEn?.trim() ?? '',
  description: given.description?.trim() ?? '',
  descriptionEn: given.descriptionEn?.trim() ?? '',
  weight: given.weight,
  max: given.max,
  step: given.step,
  bands: (given.bands ?? []).map((band) => ({
    from: band.from,
    to: band.to,
    label: band.label.trim(),
    labelEn: band.labelEn?.trim() ?? '',
    text: band.text.trim(),
    textEn: band.textEn?.trim() ?? '',
    example: band.example?.trim() ?? '',
    exampleEn: band.exampleEn?.trim() ?? '',
  })),
});

/** Sets all criteria of a round in one step; those of the same code stay the same rows. */
export const replaceCriteria = useCase('criteriaReplace', async (tx, input: Input) => {
  const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', version: input.version });
  if (await isRubricFrozen(tx, round.id)) tx.refuse(problem('RUBRIC_FROZEN', 'criteria'));
  if (round.state === 'LOCKED') tx.refuse(problem('ROUND_STARTED', 'criteria', { state: round.state }));
  const criteria = input.criteria.map(draft);
  tx.note(...criteriaProblems(criteria, 'criteria'));
  tx.settle();
  const present = await tx.em.find(Criterion, { round: round.id });
  for (const criterion of present) {
    if (!criteria.some(({ code }) => code === criterion.code)) tx.em.remove(criterion);
  }
  criteria.forEach((values, i) => {
    const criterion = present.find(({ code }) => code === values.code);
    if (criterion) Object.assign(criterion, values, { position: i + 1 });
    else tx.em.create(Criterion, { ...values, round, position: i + 1 });
  });
  round.updatedAt = tx.now;
  await flushOrRefuse(tx, { [REFERRED]: (by) => problem('IN_USE', 'criteria', { by }) });
  return { round: round.id };
});
