import { listPath } from '#client/ui/list/list-state.ts';

/** The kinds of work that `competitionDashboard` counts and that have a sentence of their own. */
export const LINE_KINDS = [
  'ENTRIES_TO_SCREEN',
  'ENTRIES_RETURNED',
  'JUDGES_TO_INVITE',
  'ENTRIES_SHORT_OF_JUDGES',
  'OBJECTIONS_TO_DECIDE',
  'TIES_TO_DECIDE',
  'SCREENING_OVERDUE',
  'RETURNS_OVERDUE',
  'SHEETS_OVERDUE',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The kinds of deadline ahead. */
export const DEADLINE_KINDS = [
  'ENTRIES_CLOSE',
  'SCREENING_CLOSE',
  'ROUND_OPENS',
  'ROUND_CLOSES',
  'PUBLICITY_ENDS',
] as const;

/** The kind when it has a sentence of its own. */
export function kindOf<K extends string>(kinds: readonly K[], kind: string): K | undefined {
  return kinds.find((one) => one === kind);
}

const within = (path: string, query: Readonly<Record<string, string | null>>): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) params.set(key, value);
  return params.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${params}`;
};

/** The screen on which a line's work is done, with just that work in view. */
export function linePath(kind: LineKind, edition: string, round: string | null): string {
  const of = { edition };
  switch (kind) {
    case 'ENTRIES_TO_SCREEN':
    case 'SCREENING_OVERDUE':
      return within(listPath('/entries', { state: ['SUBMITTED'] }, 'SUBMITTED_AT'), of);
    case 'ENTRIES_RETURNED':
    case 'RETURNS_OVERDUE':
      return within(listPath('/entries', { state: ['RETURNED'] }), of);
    case 'JUDGES_TO_INVITE':
      return within(listPath('/judges', { state: ['INVITED'] }), of);
    case 'ENTRIES_SHORT_OF_JUDGES':
      return within('/assignments', { ...of, round, short: '1' });
    case 'OBJECTIONS_TO_DECIDE':
      return within(listPath('/objections', { state: ['RECEIVED'] }), of);
    case 'TIES_TO_DECIDE':
      return within('/deliberation', of);
    case 'SHEETS_OVERDUE':
      return within('/judging', { ...of, round });
  }
}
