import { i32, item } from '../numeric.ts';
import { CLOSED, OPEN, type Pool, TAKEN } from './pool.ts';
import type { AssignmentProblem, Unmet, WayOut } from './types.ts';

/**
 * The full judges that stand in the way of an entry: those it could take, those their entries could be moved to, and so
 * on. None of them has room, or the entry would have been met (the minimum cut of the flow).
 */
function blockingJudges(pool: Pool, start: number): number[] {
  const { entries, columns, judges, state } = pool;
  const reached = new Uint8Array(judges);
  const seen = new Uint8Array(entries);
  const queue: number[] = [];
  const visit = (i: number): void => {
    seen[i] = 1;
    for (let j = 0; j < judges; j++) {
      const s = state[i * columns + j] ?? CLOSED;
      if (s !== CLOSED && s < TAKEN && !reached[j]) {
        reached[j] = 1;
        queue.push(j);
      }
    }
  };
  visit(start);
  for (let head = 0; head < queue.length; head++) {
    const j = item(queue, head);
    for (let i = 0; i < entries; i++) {
      const s = state[i * columns + j] ?? CLOSED;
      if (!seen[i] && s >= TAKEN) visit(i);
    }
  }
  return queue;
}

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function sentence(way: WayOut): string {
  switch (way.kind) {
    case 'MORE_JUDGES':
      return `${plural(way.judges, 'more judge')} without conflict${way.category ? ` in ${way.category}` : ''}`;
    case 'MORE_CAPACITY':
      return `capacity ${way.to} instead of ${way.from} for ${plural(way.judges.length, 'judge')}`;
    case 'FEWER_JUDGES':
      return `${way.to} judges instead of ${way.from} for this entry`;
  }
}

/** Every entry that got fewer judges than wanted: why, and the cheapest ways out. */
export function explainUnmet(pool: Pool, problem: AssignmentProblem): Unmet[] {
  const { columns, judges, state } = pool;
  const missing = new Int32Array(pool.entries);
  for (let i = 0; i < pool.entries; i++) {
    for (let j = judges; j < columns; j++)
      if ((state[i * columns + j] ?? CLOSED) >= TAKEN) missing[i] = i32(missing, i) + 1;
  }
  const groups = new Map<string, { blocking: number[]; total: number }>();
  const found: { entry: number; eligible: number; key: string }[] = [];
  for (let i = 0; i < pool.entries; i++) {
    if (i32(missing, i) === 0) continue;
    const blocking = blockingJudges(pool, i).sort((a, b) => a - b);
    const key = blocking.join(',');
    const group = groups.get(key) ?? { blocking, total: 0 };
    group.total += i32(missing, i);
    groups.set(key, group);
    let eligible = 0;
    for (let j = 0; j < judges; j++)
      if ((state[i * columns + j] ?? CLOSED) >= OPEN || state[i * columns + j] === 1) eligible++;
    found.push({ entry: i, eligible, key });
  }
  return found.map(({ entry, eligible, key }) => {
    const spec = item(problem.entries, entry);
    const wanted = i32(pool.wanted, entry);
    const gap = i32(missing, entry);
    const group = groups.get(key) ?? { blocking: [], total: gap };
    const capacity = Math.max(1, ...group.blocking.map((j) => i32(pool.capacity, j)));
    const category = spec.category ?? null;
    const cause = eligible < wanted ? 'CONFLICTS' : 'CAPACITY';
    const most = Math.max(...[0, ...found.filter((f) => f.key === key).map((f) => i32(missing, f.entry))]);
    const ways: WayOut[] = [];
    if (cause === 'CAPACITY') {
      const full = group.blocking.filter((j) => i32(pool.capacity, j) === capacity);
      ways.push({
        kind: 'MORE_CAPACITY',
        judges: full.map((j) => item(problem.judges, j).id),
        from: capacity,
        to: capacity + Math.ceil(group.total / Math.max(1, full.length)),
      });
    }
    ways.push({
      kind: 'MORE_JUDGES',
      judges: Math.max(most, Math.ceil(group.total / capacity)),
      capacity,
      category,
    });
    ways.push({ kind: 'FEWER_JUDGES', from: wanted, to: wanted - gap });
    const why =
      cause === 'CONFLICTS'
        ? `only ${plural(eligible, 'judge')} may take it and ${wanted} are wanted`
        : `all ${plural(group.blocking.length, 'judge')} who may take it, or to whom their entries could be moved, are full`;
    return {
      entry: spec.id,
      category,
      missing: gap,
      cause,
      reason: `${why}; would help: ${ways.map(sentence).join(', or ')}`,
      waysOut: ways,
    };
  });
}
