import type { Problem } from '@xinghuo/shared/kernel/problem';

/** The steps of entering, each with its fields in the order of the page. */
export const ENTRY_STEPS = {
  subject: ['category', 'applicantKind', 'beneficiaries'],
  summary: ['title', 'titleEn', 'summary', 'summaryEn'],
  work: ['need', 'activities'],
  value: ['innovation', 'replicability', 'results'],
  plan: ['plan', 'budget'],
  files: ['attachments', 'contactName', 'contactPhone'],
  check: [],
} as const;
export type EntryStep = keyof typeof ENTRY_STEPS;
export const STEP_KEYS = Object.keys(ENTRY_STEPS) as EntryStep[];
/** Any field of the form by its name in the rules and in screening notes. */
export type FormField = (typeof ENTRY_STEPS)[EntryStep][number];

/** The field that a problem or a note is about; undefined for what concerns the whole entry. */
export function fieldNamed(name: string | undefined): FormField | undefined {
  const known = name === 'categoryId' ? 'category' : name;
  return STEP_KEYS.flatMap((key): readonly FormField[] => ENTRY_STEPS[key]).find((one) => one === known);
}

/** The step on which a field stands. */
export function stepOf(field: FormField): EntryStep {
  return STEP_KEYS.find((key) => (ENTRY_STEPS[key] as readonly FormField[]).includes(field)) ?? 'check';
}

/** The step an address asks for; the first for anything else. */
export function stepNamed(name: string | null): EntryStep {
  return STEP_KEYS.find((key) => key === name) ?? 'subject';
}

/** How many problems stand on each step. */
export function problemsByStep(problems: readonly Pick<Problem, 'path'>[]): ReadonlyMap<EntryStep, number> {
  const counts = new Map<EntryStep, number>();
  for (const { path } of problems) {
    const field = fieldNamed(path[0]);
    if (!field) continue;
    const key = stepOf(field);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The office's notes still unanswered: their field stands as it was submitted. Of the whole entry: while nothing changed. */
export function openNotes<N extends { readonly field: string; readonly resolved: boolean }>(
  notes: readonly N[],
  changed: ReadonlySet<string> | null,
): readonly N[] {
  return notes.filter(({ field, resolved }) => {
    if (resolved) return false;
    const known = fieldNamed(field);
    return known ? !changed?.has(known) : (changed?.size ?? 0) === 0;
  });
}

/** How many unanswered notes stand on each step; those about the whole entry stand on none. */
export function notesByStep(notes: readonly { readonly field: string }[]): ReadonlyMap<EntryStep, number> {
  return problemsByStep(notes.map(({ field }) => ({ path: [field] })));
}

/** Problems in the order in which the form shows their fields; what concerns the whole stands last. */
export function inFormOrder(problems: readonly Problem[]): readonly Problem[] {
  const order: readonly FormField[] = STEP_KEYS.flatMap((key): readonly FormField[] => ENTRY_STEPS[key]);
  const at = ({ path }: Problem): number => {
    const field = fieldNamed(path[0]);
    return field ? order.indexOf(field) : order.length;
  };
  return [...problems].sort((a, b) => at(a) - at(b));
}

/** The problems of one field, in order. */
export function problemsAt(problems: readonly Problem[], field: FormField): readonly Problem[] {
  return problems.filter(({ path }) => fieldNamed(path[0]) === field);
}
