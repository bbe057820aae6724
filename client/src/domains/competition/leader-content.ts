import {
  BENEFICIARIES,
  type Beneficiary,
  type BudgetLine,
  type EntryContent,
  type PlanStep,
} from '@xinghuo/shared/competition/entry';
import {
  ENTRY_TEXTS,
  type EntryTextField,
  entryFieldProblems,
  submissionProblems,
} from '@xinghuo/shared/competition/entry-rules';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { APPLICANT_KINDS, type ApplicantKind } from '@xinghuo/shared/teams/team';

/** A row of the plan or of the budget while it is written; the key is the form's own and is never sent. */
export type PlanRow = PlanStep & { readonly key: string };
export type BudgetRow = BudgetLine & { readonly key: string };

/** Everything the form of an entry holds. */
export interface EntryValues extends Omit<EntryContent, 'plan' | 'budget'> {
  readonly categoryId: string;
  readonly applicantKind: ApplicantKind;
  readonly plan: readonly PlanRow[];
  readonly budget: readonly BudgetRow[];
}
export type EntryField = keyof EntryValues;

/** What is sent of an entry; only what changed. */
export type EntryPatch = { [F in EntryTextField]?: string } & {
  categoryId?: string;
  beneficiaries?: Beneficiary[];
  applicantKind?: ApplicantKind;
  plan?: PlanStep[];
  budget?: BudgetLine[];
};

export const TEXT_FIELDS = Object.keys(ENTRY_TEXTS) as EntryTextField[];
const isText = (field: string): field is EntryTextField => field in ENTRY_TEXTS;
export const ENTRY_FIELDS: readonly EntryField[] = [
  'categoryId',
  'applicantKind',
  ...TEXT_FIELDS,
  'beneficiaries',
  'plan',
  'budget',
];

/** How many characters of a text count: blanks around it do not, and a rare character is one. */
export function countedLength(text: string): number {
  return [...text.replace(/\r\n?/g, '\n').trim()].length;
}

const blankPlan = ({ when, what }: PlanStep): boolean => when.trim() === '' && what.trim() === '';
const blankLine = ({ item, amount }: BudgetLine): boolean => item.trim() === '' && amount.trim() === '';
const step = ({ when, what }: PlanStep): PlanStep => ({ when: when.trim(), what: what.trim() });
const line = ({ item, amount }: BudgetLine): BudgetLine => ({ item: item.trim(), amount: amount.trim() });

/** The form's values as the rules see them: rows that were only begun stay, rows without anything go. */
export function contentOf(values: EntryValues): EntryContent {
  return {
    ...values,
    plan: values.plan.filter((row) => !blankPlan(row)).map(step),
    budget: values.budget.filter((row) => !blankLine(row)).map(line),
  };
}

/** What of one field the server would take as it stands now; undefined while it would be refused. */
function sendable(values: EntryValues, field: EntryField): EntryPatch | undefined {
  const content = contentOf(values);
  const taken = (part: Partial<EntryContent>): boolean => entryFieldProblems(part).length === 0;
  switch (field) {
    case 'categoryId':
      return values.categoryId === '' ? undefined : { categoryId: values.categoryId };
    case 'applicantKind':
      return { applicantKind: values.applicantKind };
    case 'plan':
      // Rows that are right are kept on the server while others are still being written.
      return { plan: content.plan.filter((row) => taken({ plan: [row] })) };
    case 'budget':
      return { budget: content.budget.filter((row) => taken({ budget: [row] })) };
    case 'beneficiaries':
      return taken({ beneficiaries: values.beneficiaries })
        ? { beneficiaries: [...values.beneficiaries] }
        : undefined;
    case 'title':
      if (countedLength(values.title) < ENTRY_TEXTS.title.min) return undefined;
      return taken({ title: values.title }) ? { title: values.title.trim() } : undefined;
    default:
      return taken({ [field]: values[field] }) ? { [field]: values[field].trim() } : undefined;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two states of a field mean the same to the server. */
export function sameField(a: EntryValues, b: EntryValues, field: EntryField): boolean {
  if (field === 'plan' || field === 'budget') return same(contentOf(a)[field], contentOf(b)[field]);
  if (isText(field)) return a[field].trim() === b[field].trim();
  return same(a[field], b[field]);
}

/**
 * What to save: the fields that differ from what the server has, as far as it would take them. `held` names those that
 * wait on this device until they are right; `skip` the ones not to be tried again as they are.
 */
export function patchOf(
  saved: EntryValues,
  values: EntryValues,
  skip: ReadonlySet<EntryField> = new Set(),
): { readonly patch: EntryPatch; readonly held: readonly EntryField[] } {
  const held: EntryField[] = [];
  let patch: EntryPatch = {};
  for (const field of ENTRY_FIELDS) {
    if (sameField(saved, values, field)) continue;
    const part = skip.has(field) ? undefined : sendable(values, field);
    const before = part && sendable(saved, field);
    if (part && !same(part, before)) patch = { ...patch, ...part };
    const whole =
      part && ((field !== 'plan' && field !== 'budget') || same(part[field], contentOf(values)[field]));
    if (!whole) held.push(field);
  }
  return { patch, held };
}

/** The values as the server has them once a patch was taken. */
export function withPatch(saved: EntryValues, patch: EntryPatch): EntryValues {
  const { plan, budget, ...rest } = patch;
  return {
    ...saved,
    ...rest,
    ...(plan ? { plan: plan.map((row) => ({ ...row, key: newKey() })) } : {}),
    ...(budget ? { budget: budget.map((row) => ({ ...row, key: newKey() })) } : {}),
  };
}

/** A key for a new row. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** What is missing or wrong before submission, by the rules shared with the server. */
export function missingIn(values: EntryValues, plans: number): readonly Problem[] {
  const content = contentOf(values);
  const found = submissionProblems(content, plans);
  // Rows are counted as the form shows them, empty ones included.
  return found.map((one) => ({ ...one, path: formPath(values, one.path) }));
}

function formPath(values: EntryValues, path: readonly string[]): readonly string[] {
  const [list, index, ...rest] = path;
  if ((list !== 'plan' && list !== 'budget') || index === undefined) return path;
  const written =
    list === 'plan'
      ? values.plan.flatMap((row, i) => (blankPlan(row) ? [] : [i]))
      : values.budget.flatMap((row, i) => (blankLine(row) ? [] : [i]));
  return [list, String(written[Number(index)] ?? index), ...rest];
}

/** An entry as the contract delivers it; what the viewer may not see is null. */
export interface ServedEntry
  extends Omit<{ readonly [F in keyof EntryContent]: EntryContent[F] | null }, 'beneficiaries'> {
  readonly category: { readonly id: string };
  readonly applicantKind: ApplicantKind;
  readonly beneficiaries: readonly Beneficiary[];
}

/** The form's values of an entry that was read. */
export function valuesOf(entry: ServedEntry): EntryValues {
  const texts = {} as Record<EntryTextField, string>;
  for (const field of TEXT_FIELDS) texts[field] = entry[field] ?? '';
  return {
    ...texts,
    categoryId: entry.category.id,
    applicantKind: entry.applicantKind,
    beneficiaries: [...entry.beneficiaries],
    plan: (entry.plan ?? []).map(({ when, what }) => ({ key: newKey(), when, what })),
    budget: (entry.budget ?? []).map(({ item, amount }) => ({ key: newKey(), item, amount })),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const list = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(entriesOf) : [];

/** Reads values kept in the browser; undefined when they are none. */
export function parseValues(value: unknown): EntryValues | undefined {
  const kept = entriesOf(value);
  const kind = (Object.keys(APPLICANT_KINDS) as ApplicantKind[]).find((one) => one === kept.applicantKind);
  if (!kind || typeof kept.title !== 'string') return undefined;
  const texts = {} as Record<EntryTextField, string>;
  for (const field of TEXT_FIELDS) texts[field] = text(kept[field]);
  const known = Object.keys(BENEFICIARIES) as Beneficiary[];
  const chosen: readonly unknown[] = Array.isArray(kept.beneficiaries) ? kept.beneficiaries : [];
  return {
    ...texts,
    categoryId: text(kept.categoryId),
    applicantKind: kind,
    beneficiaries: known.filter((one) => chosen.includes(one)),
    plan: list(kept.plan).map(({ when, what }) => ({ key: newKey(), when: text(when), what: text(what) })),
    budget: list(kept.budget).map(({ item, amount }) => ({
      key: newKey(),
      item: text(item),
      amount: text(amount),
    })),
  };
}
