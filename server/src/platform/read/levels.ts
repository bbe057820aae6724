import { type CompiledQuery, sql } from 'kysely';
import type { ReadContext } from './define-read.ts';
import { ById, type Compile, Kept } from './kept.ts';
import type { ObjectPlan } from './plan.ts';
import { Aliases, Level, selectOne } from './statement.ts';

interface Made {
  readonly level: Level;
  byId?: ById<{ row: unknown }>;
}

/**
 * What a viewer sees of a plan, put together once: somebody who works asks the same question again and again. It
 * depends on nothing else, because a policy knows only the viewer and a clocked plan is never kept; a viewer whose
 * rights have changed is another object.
 */
export class Levels {
  private readonly kept = new Kept<Made>();

  constructor(private readonly compile: Compile) {}

  /** The table a statement begins with. Aliases behind it are free from `level.aliases.taken` on. */
  of(plan: ObjectPlan, context: ReadContext): Level {
    return this.get(plan, context).level;
  }

  /** The statement that reads one row by its id. */
  byId(plan: ObjectPlan, context: ReadContext, id: string): CompiledQuery<{ row: unknown }> {
    const made = this.get(plan, context);
    const { level } = made;
    made.byId ??= new ById(this.compile, (given) =>
      selectOne(level, sql<boolean>`${level.row.id} = ${given}`),
    );
    return made.byId.of(id);
  }

  private get(plan: ObjectPlan, { viewer, now }: ReadContext): Made {
    const make = (): Made => ({ level: new Level(plan, { viewer, now }, new Aliases()) });
    return plan.clocked ? make() : this.kept.get([plan, viewer], '', make);
  }
}
