import { type Problem, problem } from '../kernel/problem.ts';
import { textProblem } from '../kernel/text-limits.ts';
import { BENEFICIARIES, type BudgetLine, type EntryContent, type PlanStep } from './entry.ts';

/** How long each text may be, and how long it must be to be submitted; in characters. */
export const ENTRY_TEXTS = {
  title: { min: 2, max: 60 },
  titleEn: { min: 0, max: 200 },
  summary: { min: 30, max: 400 },
  summaryEn: { min: 0, max: 1500 },
  need: { min: 80, max: 2000 },
  activities: { min: 80, max: 3000 },
  innovation: { min: 50, max: 1500 },
  replicability: { min: 50, max: 1500 },
  results: { min: 50, max: 2000 },
  contactName: { min: 2, max: 40 },
  contactPhone: { min: 5, max: 30 },
} as const satisfies Partial<Record<keyof EntryContent, { readonly min: number; readonly max: number }>>;
export type EntryTextField = keyof typeof ENTRY_TEXTS;

const TEXT_FIELDS = Object.keys(ENTRY_TEXTS) as EntryTextField[];

/** How many items each list may have, how many it must have to be submitted, and how long their texts may be. */
export const ENTRY_LISTS = {
  plan: { min: 3, max: 24, what: 200 },
  budget: { min: 1, max: 40, item: 60 },
  beneficiaries: { min: 1, max: 5 },
} as const;

/** A mobile or landline number: digits, with separators between them. */
export const PHONE = /^\+?\d{2,4}([ -]?\d{2,8}){1,3}$/;
const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;
const MONTH_OR_DAY = /^20\d{2}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;

/** The sum of a budget in yuan with two places, exact. Amounts that are not numbers count as nothing. */
export function budgetTotal(budget: readonly BudgetLine[]): string {
  const fen = budget
    .filter((line) => AMOUNT.test(line.amount))
    .reduce((sum, { amount }) => {
      const [yuan = '0', part = ''] = amount.split('.');
      return sum + BigInt(yuan) * 100n + BigInt(part.padEnd(2, '0'));
    }, 0n);
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}

/** What is wrong with the given fields whatever the state: too long, malformed, repeated. Absent fields are not looked at. */
export function entryFieldProblems(content: Partial<EntryContent>): Problem[] {
  const found: Problem[] = [];
  for (const field of TEXT_FIELDS) {
    const wrong = textProblem(field, content[field], { max: ENTRY_TEXTS[field].max });
    if (wrong) found.push(wrong);
  }
  if (content.contactPhone && !PHONE.test(content.contactPhone.trim())) {
    found.push(problem('INVALID_FORMAT', 'contactPhone', { expected: '0555-1234567' }));
  }
  if (content.plan) found.push(...planProblems(content.plan));
  if (content.budget) found.push(...budgetProblems(content.budget));
  if (content.beneficiaries) found.push(...beneficiaryProblems(content.beneficiaries));
  return found;
}

function planProblems(plan: readonly PlanStep[]): Problem[] {
  const { max, what } = ENTRY_LISTS.plan;
  if (plan.length > max) return [problem('TOO_MANY', 'plan', { max })];
  return plan.flatMap((step, i) => [
    ...(MONTH_OR_DAY.test(step.when)
      ? []
      : [problem('INVALID_FORMAT', `plan.${i}.when`, { expected: '2026-10' })]),
    ...itemText(step.what, `plan.${i}.what`, what),
  ]);
}

function budgetProblems(budget: readonly BudgetLine[]): Problem[] {
  const { max, item } = ENTRY_LISTS.budget;
  if (budget.length > max) return [problem('TOO_MANY', 'budget', { max })];
  return budget.flatMap((line, i) => [
    ...itemText(line.item, `budget.${i}.item`, item),
    ...(AMOUNT.test(line.amount)
      ? []
      : [problem('INVALID_FORMAT', `budget.${i}.amount`, { expected: '1200.00' })]),
  ]);
}

function beneficiaryProblems(chosen: readonly string[]): Problem[] {
  const { max } = ENTRY_LISTS.beneficiaries;
  if (chosen.length > max) return [problem('TOO_MANY', 'beneficiaries', { max })];
  return chosen.flatMap((value, i) => {
    if (!(value in BENEFICIARIES))
      return [
        problem('INVALID_FORMAT', `beneficiaries.${i}`, { expected: Object.keys(BENEFICIARIES).join(', ') }),
      ];
    return chosen.indexOf(value) < i ? [problem('DUPLICATE', `beneficiaries.${i}`)] : [];
  });
}

function itemText(text: string, path: string, max: number): Problem[] {
  const wrong = textProblem(path, text, { max, required: true });
  return wrong ? [wrong] : [];
}

/** What an entry still lacks for submission, field by field, and everything that is wrong with what it has. */
export function submissionProblems(content: EntryContent, attachedPlans: number): Problem[] {
  const found = entryFieldProblems(content);
  for (const field of TEXT_FIELDS) {
    const { min, max } = ENTRY_TEXTS[field];
    const wrong = textProblem(field, content[field], { max, min, required: min > 0 });
    if (wrong && wrong.code !== 'TOO_LONG') found.push(wrong);
  }
  for (const list of Object.keys(ENTRY_LISTS) as (keyof typeof ENTRY_LISTS)[]) {
    const { min } = ENTRY_LISTS[list];
    const length = content[list].length;
    if (length === 0) found.push(problem('REQUIRED', list));
    else if (length < min) found.push(problem('TOO_SHORT', list, { min, length }));
  }
  if (attachedPlans === 0) found.push(problem('PLAN_MISSING', 'attachments'));
  return found;
}
