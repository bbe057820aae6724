import { type Problem, problem } from '../kernel/problem.ts';
import { textProblem } from '../kernel/text-limits.ts';

/** Guidance for a stretch of a criterion's scale: what an entry at this level looks like. */
export interface GuidanceBand {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly labelEn: string;
  readonly text: string;
  readonly textEn: string;
  /** A concrete case at this level; empty or absent where there is none. */
  readonly example?: string;
  readonly exampleEn?: string;
}

/** A criterion as it is set up. Weights are percent; marks run from 0 to `max` in steps of `step`. Decimals are text. */
export interface CriterionDraft {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly weight: string;
  readonly max: string;
  readonly step: string;
  readonly bands: readonly GuidanceBand[];
}

/** Limits of a rubric: list sizes, text lengths in characters, the range of the highest mark. */
export const RUBRIC_LIMITS = {
  criteria: 12,
  bands: 8,
  title: 60,
  titleEn: 200,
  description: 1000,
  bandText: 500,
  label: 20,
  labelEn: 60,
  max: 100,
} as const;

const CODE = /^[A-Z][A-Z0-9_]{0,29}$/;
const TWO_PLACES = /^\d{1,3}(\.\d{1,2})?$/;

/** A decimal with at most two places in hundredths, or null when it is none. */
export function hundredths(text: string): number | null {
  if (!TWO_PLACES.test(text)) return null;
  const [whole = '0', part = ''] = text.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** `null` when the weights sum to exactly 100, the problem otherwise. */
export function weightSumProblem(weights: readonly string[], path: string): Problem | null {
  const sum = weights.reduce((total, weight) => total + (hundredths(weight) ?? 0), 0);
  return sum === 10_000
    ? null
    : problem('WEIGHTS_NOT_100', path, {
        sum: `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`,
      });
}

/** Everything wrong with the criteria of a round, at its field. */
export function criteriaProblems(criteria: readonly CriterionDraft[], path: string): Problem[] {
  if (criteria.length === 0) return [problem('REQUIRED', path)];
  if (criteria.length > RUBRIC_LIMITS.criteria)
    return [problem('TOO_MANY', path, { max: RUBRIC_LIMITS.criteria })];
  const codes = criteria.map(({ code }) => code);
  const found = criteria.flatMap((criterion, i) => [
    ...(CODE.test(criterion.code)
      ? []
      : [problem('INVALID_FORMAT', `${path}.${i}.code`, { expected: 'NEED' })]),
    ...(codes.indexOf(criterion.code) < i ? [problem('DUPLICATE', `${path}.${i}.code`)] : []),
    ...criterionProblems(criterion, `${path}.${i}`),
  ]);
  const sum = weightSumProblem(
    criteria.map(({ weight }) => weight),
    path,
  );
  return sum ? [...found, sum] : found;
}

function criterionProblems(criterion: CriterionDraft, path: string): Problem[] {
  const weight = hundredths(criterion.weight);
  const max = hundredths(criterion.max);
  const step = hundredths(criterion.step);
  const found = [
    ...text(criterion.title, `${path}.title`, RUBRIC_LIMITS.title, true),
    ...text(criterion.titleEn, `${path}.titleEn`, RUBRIC_LIMITS.titleEn),
    ...text(criterion.description, `${path}.description`, RUBRIC_LIMITS.description),
    ...text(criterion.descriptionEn, `${path}.descriptionEn`, RUBRIC_LIMITS.description),
  ];
  if (weight === null || weight <= 0 || weight > 10_000)
    found.push(problem('OUT_OF_RANGE', `${path}.weight`, { min: '0.01', max: '100' }));
  if (max === null || max <= 0 || max > RUBRIC_LIMITS.max * 100) {
    found.push(problem('OUT_OF_RANGE', `${path}.max`, { min: '0.01', max: String(RUBRIC_LIMITS.max) }));
  } else if (step === null || step <= 0 || max % step !== 0) {
    found.push(problem('STEP_INVALID', `${path}.step`, { max: criterion.max, step: criterion.step }));
  } else {
    found.push(...bandProblems(criterion, max, `${path}.bands`));
  }
  return found;
}

function bandProblems({ bands, max: maxText }: CriterionDraft, max: number, path: string): Problem[] {
  if (bands.length > RUBRIC_LIMITS.bands) return [problem('TOO_MANY', path, { max: RUBRIC_LIMITS.bands })];
  let above = -1;
  return bands.flatMap((band, i) => {
    const from = hundredths(band.from);
    const to = hundredths(band.to);
    const fits = from !== null && to !== null && from > above && to >= from && to <= max;
    above = to ?? above;
    return [
      ...(fits ? [] : [problem('BANDS_INVALID', `${path}.${i}`, { max: maxText })]),
      ...text(band.label, `${path}.${i}.label`, RUBRIC_LIMITS.label, true),
      ...text(band.labelEn, `${path}.${i}.labelEn`, RUBRIC_LIMITS.labelEn),
      ...text(band.text, `${path}.${i}.text`, RUBRIC_LIMITS.bandText, true),
      ...text(band.textEn, `${path}.${i}.textEn`, RUBRIC_LIMITS.bandText * 2),
      ...text(band.example ?? '', `${path}.${i}.example`, RUBRIC_LIMITS.bandText),
      ...text(band.exampleEn ?? '', `${path}.${i}.exampleEn`, RUBRIC_LIMITS.bandText * 2),
    ];
  });
}

function text(value: string, path: string, max: number, required = false): Problem[] {
  const wrong = textProblem(path, value, { max, required });
  return wrong ? [wrong] : [];
}
