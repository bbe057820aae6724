import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { ReadContext } from './define-read.ts';
import type { ObjectPlan } from './plan.ts';
import { Aliases, Level, selectOne } from './statement.ts';

/** Most that are kept, each about ten kilobytes of text; the oldest leave first. */
const KEPT = 1000;

/** Stands in a kept statement for the id, which alone differs from request to request. */
const ID = Symbol('id');

interface Kept {
  readonly level: Level;
  /** The statement of one row by its id, and which of its parameters the id is; -1 where the viewer sees no row whatever its id. */
  byId?: { readonly query: CompiledQuery<{ row: unknown }>; readonly at: number };
}

/**
 * What a viewer sees of a plan, put together once: somebody who works asks the same question again and again. It
 * depends on nothing else, because a policy knows only the viewer and a clocked plan is never kept; a viewer whose
 * rights have changed is another object.
 */
export class Levels {
  private readonly kept = new Map<string, Kept>();
  private readonly numbers = new WeakMap<object, number>();
  private numbered = 0;

  constructor(private readonly compile: <R>(query: RawBuilder<R>) => CompiledQuery<R>) {}

  /** The table a statement begins with. Aliases behind it are free from `level.aliases.taken` on. */
  of(plan: ObjectPlan, context: ReadContext): Level {
    return this.get(plan, context).level;
  }

  /** The statement that reads one row by its id. */
  byId(plan: ObjectPlan, context: ReadContext, id: string): CompiledQuery<{ row: unknown }> {
    const kept = this.get(plan, context);
    if (!kept.byId) {
      const { level } = kept;
      const query = this.compile(selectOne(level, sql<boolean>`${level.row.id} = ${ID}`));
      kept.byId = { query, at: query.parameters.indexOf(ID) };
    }
    const { query, at } = kept.byId;
    return at < 0 ? query : { ...query, parameters: query.parameters.with(at, id) };
  }

  private get(plan: ObjectPlan, { viewer, now }: ReadContext): Kept {
    if (plan.clocked) return { level: new Level(plan, { viewer, now }, new Aliases()) };
    const key = `${this.number(plan)}:${this.number(viewer)}`;
    let kept = this.kept.get(key);
    if (!kept) {
      kept = { level: new Level(plan, { viewer, now }, new Aliases()) };
      const oldest = this.kept.size >= KEPT ? this.kept.keys().next().value : undefined;
      if (oldest !== undefined) this.kept.delete(oldest);
      this.kept.set(key, kept);
    }
    return kept;
  }

  private number(of: object): number {
    let number = this.numbers.get(of);
    if (number === undefined) {
      this.numbered += 1;
      number = this.numbered;
      this.numbers.set(of, number);
    }
    return number;
  }
}
