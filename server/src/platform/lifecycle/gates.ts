import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import type { TransitionTable } from '@xinghuo/shared/kernel/transition';
import { sql } from 'kysely';
import type { Sql } from '../access/condition.ts';
import { clocked, type ExpressionField } from '../read/define-read.ts';
import type { Row } from '../read/row.ts';

/** A fact of the database that stands in the way of a step. */
export interface Gate<E extends string> {
  readonly event: E;
  /** The problem's code. */
  readonly code: string;
  /** The input field the problem points at. */
  readonly path?: string;
  /** A jsonb object with the problem's params while the step is refused, null once it is free. */
  readonly refuses: (row: Row, now: Date) => Sql;
}

/**
 * The gates of one lifecycle. They are SQL, so that `availableTransitions` reads them in the same statement as the row,
 * and the step asks the same question before it is taken. Later domains add theirs.
 */
export class GateBook<S extends string, E extends string> {
  private readonly gates: Gate<E>[] = [];

  constructor(private readonly table: TransitionTable<S, E>) {}

  /** Adds a gate; call it when the domain is loaded. */
  add(gate: Gate<E>): void {
    this.gates.push(gate);
  }

  /** One jsonb object: the answer of every gate whose step starts from the row's state. */
  facts(row: Row, now: Date): Sql {
    const parts = this.gates.map((gate, i) => {
      const states = sql.join(this.table.events[gate.event].from.map((state) => sql`${state}::text`));
      return sql`${sql.lit(String(i))}, case when ${row.col('state')} in (${states}) then ${gate.refuses(row, now)} end`;
    });
    return sql`jsonb_build_object(${sql.join(parts)})`;
  }

  /** The hidden field that holds the facts for `transitionsField`. */
  field(): ExpressionField {
    return clocked((row, now) => this.facts(row, now));
  }

  /** Why the event is refused, from the facts. */
  problems(event: E, facts: unknown): readonly Problem[] {
    const answers = facts as Readonly<Record<string, Problem['params'] | null>> | null;
    return this.gates.flatMap((gate, i) => {
      const params = gate.event === event ? (answers?.[i] ?? null) : null;
      return params === null ? [] : [problem(gate.code, gate.path ?? [], params)];
    });
  }
}
