import { i32, item } from '../numeric.ts';
import { capacityWay } from './capacity-way.ts';
import { CLOSED, type Pool, TAKEN } from './pool.ts';
import type { AssignmentProblem, Unmet, WayOut } from './types.ts';

/**
 * The full judges that stand in the way of an entry: those it could take, those their entries could be moved to, and so
 * on. None of them has room, or the entry would have been met (the minimum cut of the flow). Who can be reached from a
 * judge is found once for all entries.
 */
class Blocking {
  readonly #pool: Pool;
  /** judges × judges: 1 where an entry of the one could be moved to the other. */
  readonly #moves: Uint8Array;
  readonly #reached = new Map<number, readonly number[]>();
  /** Equal lists are one. */
  readonly #lists = new Map<string, readonly number[]>();

  constructor(pool: Pool) {
    const { judges, columns, state } = pool;
    this.#pool = pool;
    this.#moves = new Uint8Array(judges * judges);
    for (let i = 0; i < pool.entries; i++) {
      const base = i * columns;
      for (let from = 0; from < judges; from++) {
        if ((state[base + from] ?? CLOSED) < TAKEN) continue;
        for (let to = 0; to < judges; to++) {
          const s = state[base + to] ?? CLOSED;
          if (s !== CLOSED && s < TAKEN) this.#moves[from * judges + to] = 1;
        }
      }
    }
  }

  #reachedFrom(start: number): readonly number[] {
    const known = this.#reached.get(start);
    if (known) return known;
    const { judges } = this.#pool;
    const seen = new Uint8Array(judges);
    seen[start] = 1;
    const queue = [start];
    for (let head = 0; head < queue.length; head++) {
      const from = item(queue, head) * judges;
      for (let to = 0; to < judges; to++) {
        if (seen[to] || !this.#moves[from + to]) continue;
        seen[to] = 1;
        queue.push(to);
      }
    }
    this.#reached.set(start, queue);
    return queue;
  }

  /** In ascending order; the very same list for all entries that the same judges stand in the way of. */
  of(entry: number): readonly number[] {
    const { judges, columns, state } = this.#pool;
    const blocks = new Uint8Array(judges);
    for (let j = 0; j < judges; j++) {
      const s = state[entry * columns + j] ?? CLOSED;
      if (s === CLOSED || s >= TAKEN || blocks[j]) continue;
      for (const k of this.#reachedFrom(j)) blocks[k] = 1;
    }
    const list: number[] = [];
    for (let j = 0; j < judges; j++) if (blocks[j]) list.push(j);
    const key = list.join();
    const known = this.#lists.get(key);
    if (!known) this.#lists.set(key, list);
    return known ?? list;
  }
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

/** One entry without all its judges. */
interface Found {
  readonly entry: number;
  readonly missing: number;
  /** Judges who may take it at all. */
  readonly eligible: number;
  readonly blocking: readonly number[];
  readonly cause: Unmet['cause'];
}

function foundIn(pool: Pool): Found[] {
  const { columns, judges, state } = pool;
  const found: Found[] = [];
  let reach: Blocking | null = null;
  for (let i = 0; i < pool.entries; i++) {
    let missing = 0;
    for (let j = judges; j < columns; j++) if ((state[i * columns + j] ?? CLOSED) >= TAKEN) missing++;
    if (missing === 0) continue;
    let eligible = 0;
    for (let j = 0; j < judges; j++) if (state[i * columns + j] !== CLOSED) eligible++;
    reach ??= new Blocking(pool);
    const blocking = reach.of(i);
    const cause = eligible < i32(pool.wanted, i) ? 'CONFLICTS' : 'CAPACITY';
    found.push({ entry: i, missing, eligible, blocking, cause });
  }
  return found;
}

const plus = (list: readonly Found[]): number => list.reduce((acc, f) => acc + f.missing, 0);

/**
 * Every entry that got fewer judges than wanted: why, and ways out, each of which is enough by itself as long as nothing
 * more is asked of the judges. More capacity is counted for all entries that the same judges stand in the way of, more
 * judges for all unmet entries of the category.
 */
export function explainUnmet(pool: Pool, problem: AssignmentProblem): Unmet[] {
  const found = foundIn(pool);
  const groups = Map.groupBy(
    found.filter((f) => f.cause === 'CAPACITY'),
    (f) => f.blocking,
  );
  const capacityWays = new Map(
    [...groups].map(([blocking, group]) => {
      const wanting = new Map(group.map((f) => [f.entry, f.missing]));
      return [blocking, capacityWay(pool, { wanting, blocking }, problem.judges)];
    }),
  );
  const categoryOf = (f: Found): string | null => item(problem.entries, f.entry).category ?? null;
  const categories = Map.groupBy(found, categoryOf);
  return found.map((f) => {
    const category = categoryOf(f);
    const alike = categories.get(category) ?? [f];
    const wanted = i32(pool.wanted, f.entry);
    const capacity = Math.max(1, ...f.blocking.map((j) => i32(pool.capacity, j)));
    const more = f.cause === 'CAPACITY' ? (capacityWays.get(f.blocking) ?? null) : null;
    const ways: WayOut[] = [
      ...(more ? [more] : []),
      {
        kind: 'MORE_JUDGES',
        judges: Math.max(...alike.map((a) => a.missing), Math.ceil(plus(alike) / capacity)),
        capacity,
        category,
      },
      { kind: 'FEWER_JUDGES', from: wanted, to: wanted - f.missing },
    ];
    const why =
      f.cause === 'CONFLICTS'
        ? `only ${plural(f.eligible, 'judge')} may take it and ${wanted} are wanted`
        : `all ${plural(f.blocking.length, 'judge')} who may take it, or to whom their entries could be moved, are full`;
    return {
      entry: item(problem.entries, f.entry).id,
      category,
      missing: f.missing,
      cause: f.cause,
      reason: `${why}; would help: ${ways.map(sentence).join(', or ')}`,
      waysOut: ways,
    };
  });
}
