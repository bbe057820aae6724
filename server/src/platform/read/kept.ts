import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Sql } from '../access/condition.ts';

/** Turns a statement into its text and parameters. */
export type Compile = <R>(query: RawBuilder<R>) => CompiledQuery<R>;

/** Most that are kept, each about ten kilobytes of text; the oldest leave first. */
const KEPT = 1000;

/** What was put together once for some objects (a viewer, a plan) is found again by their identity. */
export class Kept<T> {
  private readonly kept = new Map<string, T>();
  private readonly numbers = new WeakMap<object, number>();
  private numbered = 0;

  /** What is kept for these objects and this further name, made where there is nothing yet. */
  get(of: readonly object[], name: string, make: () => T): T {
    const key = `${of.map((object) => this.number(object)).join()}:${name}`;
    let kept = this.kept.get(key);
    if (kept === undefined) {
      kept = make();
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

/** Stands in a kept statement for the id, which alone differs from request to request. */
const ID = Symbol('id');

/** A statement about one row by its id, put together once. */
export class ById<R> {
  private readonly query: CompiledQuery<R>;
  /** Which of the parameters the id is; -1 where the viewer sees no row whatever its id. */
  private readonly at: number;

  constructor(compile: Compile, made: (id: Sql<string>) => RawBuilder<R>) {
    this.query = compile(made(sql<string>`${ID}`));
    this.at = this.query.parameters.indexOf(ID);
  }

  /** The statement about this row. */
  of(id: string): CompiledQuery<R> {
    const { query, at } = this;
    return at < 0 ? query : { ...query, parameters: query.parameters.with(at, id) };
  }
}
