import type { CriterionDraft, GuidanceBand } from '@xinghuo/shared/competition/rubric';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import type { CriterionView } from './edition-types.ts';
import { plainDecimal } from './round-drafts.ts';

/** A criterion in the editor: a draft of the contract with a key of its own, since codes change while one types. */
export type CriterionEdit = Omit<CriterionDraft, 'bands'> & {
  readonly key: string;
  readonly bands: readonly (GuidanceBand & { readonly key: string })[];
};

/** The criteria of a round in the editor. */
export function criterionEdits(criteria: readonly CriterionView[]): readonly CriterionEdit[] {
  return criteria.map((criterion) => ({
    key: criterion.id,
    code: criterion.code,
    title: criterion.title,
    titleEn: criterion.titleEn,
    description: criterion.description,
    descriptionEn: criterion.descriptionEn,
    weight: plainDecimal(criterion.weight),
    max: plainDecimal(criterion.max),
    step: plainDecimal(criterion.step),
    bands: criterion.bands.map(({ from, to, label, labelEn, text, textEn, example, exampleEn }, i) => ({
      key: `${criterion.id}:${i}`,
      from: plainDecimal(from),
      to: plainDecimal(to),
      label,
      labelEn,
      text,
      textEn,
      example: example ?? '',
      exampleEn: exampleEn ?? '',
    })),
  }));
}

/** The drafts as the contract takes them. */
export function criterionInputs(
  edits: readonly CriterionEdit[],
): (CriterionDraft & { bands: GuidanceBand[] })[] {
  return edits.map(({ key: _key, bands, ...criterion }) => ({
    ...criterion,
    bands: bands.map(({ key: _band, ...band }) => band),
  }));
}

/** A code that none of the criteria has yet. */
export function freeCode(edits: readonly CriterionEdit[]): string {
  let n = edits.length + 1;
  while (edits.some(({ code }) => code === `C${n}`)) n += 1;
  return `C${n}`;
}

/** Problems of one field of one criterion, from those of the whole (`criteria.0.bands.1.from`). */
export function problemAt(problems: readonly Problem[], path: string): Problem | undefined {
  return problems.find((problem) => problem.path.join('.') === path);
}

/** How many problems lie in one criterion. */
export function problemsIn(problems: readonly Problem[], index: number): number {
  return problems.filter(({ path }) => path[1] === String(index)).length;
}
