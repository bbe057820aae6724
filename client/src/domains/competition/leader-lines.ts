import type { LeaderHomeQuery } from '#client/__generated__/graphql.ts';

export type HomeEntry = LeaderHomeQuery['entries']['nodes'][number];
export type HomeSession = LeaderHomeQuery['trainingSessions']['nodes'][number];
export type HomeEdition = LeaderHomeQuery['competitions']['nodes'][number];

/** One line of the home: work that opens exactly there. */
export type HomeLine =
  | { readonly kind: 'returned'; readonly entry: HomeEntry; readonly notes: number }
  | { readonly kind: 'draft'; readonly entry: HomeEntry; readonly missing: number }
  | { readonly kind: 'objection'; readonly entry: HomeEntry }
  | { readonly kind: 'edition'; readonly edition: HomeEdition }
  | { readonly kind: 'training'; readonly session: HomeSession; readonly mine: number };

const passed = (at: string | null, now: number): boolean => at !== null && Date.parse(at) <= now;

/** Whether entries are taken in this phase. */
function taking(state: HomeEdition['state']): boolean {
  return state === 'OPEN' || state === 'SCREENING';
}

/** What waits for a leader, the most pressing first, and what was not done in time. `now` in milliseconds. */
export function homeLines(
  data: LeaderHomeQuery,
  teams: readonly string[],
  now: number,
): { readonly waiting: readonly HomeLine[]; readonly late: readonly HomeEntry[] } {
  const entries = data.entries.nodes;
  const open = entries.filter(({ state }) => state === 'DRAFT' || state === 'RETURNED');
  const late = open.filter(
    ({ deadline, competition }) => passed(deadline, now) && competition.state !== 'CLOSED',
  );
  const due = open
    .filter((entry) => !passed(entry.deadline, now) && taking(entry.competition.state))
    .sort((a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'));
  const returned = due.flatMap((entry): HomeLine[] =>
    entry.state === 'RETURNED'
      ? [{ kind: 'returned', entry, notes: entry.screeningNotes.filter(({ resolved }) => !resolved).length }]
      : [],
  );
  const drafts = due.flatMap((entry): HomeLine[] =>
    entry.state === 'DRAFT' ? [{ kind: 'draft', entry, missing: entry.completeness.length }] : [],
  );
  const objections = entries.flatMap((entry): HomeLine[] =>
    entry.competition.state === 'PUBLICISED' && !passed(entry.competition.publicityEndsAt, now)
      ? [{ kind: 'objection', entry }]
      : [],
  );
  const entered = new Set(entries.map(({ competition }) => competition.id));
  const editions = data.competitions.nodes.flatMap((edition): HomeLine[] =>
    edition.state === 'OPEN' && !entered.has(edition.id) && !passed(edition.entriesDeadline, now)
      ? [{ kind: 'edition', edition }]
      : [],
  );
  const trainings = data.trainingSessions.nodes.flatMap((session): HomeLine[] => {
    const mine = session.registrations
      .filter(({ team }) => teams.includes(team.id))
      .reduce((sum, { attendees }) => sum + attendees.length, 0);
    const room = session.capacity > session.registeredCount;
    return mine > 0 || room ? [{ kind: 'training', session, mine }] : [];
  });
  return { waiting: [...returned, ...drafts, ...objections, ...editions, ...trainings], late };
}
