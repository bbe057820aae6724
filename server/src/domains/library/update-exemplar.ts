import { cleanText, textListProblems, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { EXEMPLAR_LIMITS as MAX } from '@xinghuo/shared/library/exemplar';
import { useCase } from '../../platform/write/use-case.ts';
import { exemplarAccess } from './exemplar.access.ts';
import { ExemplarProject } from './exemplar.entity.ts';

interface Input {
  readonly id: string;
  readonly version: number;
  readonly titleEn?: string | null;
  readonly summary?: string | null;
  readonly summaryEn?: string | null;
  readonly replicablePoints?: readonly string[] | null;
  readonly replicablePointsEn?: readonly string[] | null;
}

/** Changes what is said about an exemplary project; what it is and won comes from the source. */
export const updateExemplar = useCase('exemplarProjectUpdate', async (tx, input: Input) => {
  const { titleEn, summary, summaryEn, replicablePoints, replicablePointsEn } = input;
  const points = { max: MAX.point, required: true, count: MAX.pointCount };
  const project = await tx.get(ExemplarProject, exemplarAccess, input.id, {
    right: 'manage',
    version: input.version,
  });
  tx.note(
    textProblem('titleEn', titleEn, { max: MAX.titleEn }),
    summary === undefined || summary === null
      ? null
      : textProblem('summary', summary, { max: MAX.summary, required: true }),
    textProblem('summaryEn', summaryEn, { max: MAX.summaryEn }),
    ...textListProblems('replicablePoints', replicablePoints ?? [], points),
    ...textListProblems('replicablePointsEn', replicablePointsEn ?? [], points),
  );
  tx.settle();
  if (titleEn !== undefined && titleEn !== null) project.titleEn = cleanText(titleEn);
  project.summary = cleanText(summary) ?? project.summary;
  if (summaryEn !== undefined && summaryEn !== null) project.summaryEn = cleanText(summaryEn);
  if (replicablePoints) project.replicablePoints = replicablePoints.map((point) => point.trim());
  if (replicablePointsEn) project.replicablePointsEn = replicablePointsEn.map((point) => point.trim());
  return { exemplarProject: project.id };
});
