import { AsyncLocalStorage } from 'node:async_hooks';

/** What one call chain sent to the database. */
export interface StatementCount<T> {
  value: T;
  /** Number of statements, transaction control (begin, commit, savepoints) not counted. */
  count: number;
  /** Their text in the order they were sent, every literal replaced by `?`. */
  statements: readonly string[];
}

/** One finished statement, for logs and metrics. */
export interface StatementEvent {
  milliseconds: number;
  failed: boolean;
  /** The text with every literal replaced by `?`: the ORM writes values into its statements. */
  text(): string;
}

interface Counter {
  statements: string[];
  outer: Counter | undefined;
}

const counters = new AsyncLocalStorage<Counter>();

/** Runs `fn` and counts the statements of its call chain, on every database and connection. Counts nest. */
export async function countStatements<T>(fn: () => Promise<T>): Promise<StatementCount<T>> {
  const counter: Counter = { statements: [], outer: counters.getStore() };
  const value = await counters.run(counter, fn);
  return { value, count: counter.statements.length, statements: counter.statements };
}

/** Called by the driver for each statement, in the async context of its caller. */
export function noteStatement(sql: string): void {
  const innermost = counters.getStore();
  if (innermost === undefined) return;
  const text = withoutLiterals(sql);
  for (let counter: Counter | undefined = innermost; counter !== undefined; counter = counter.outer) {
    counter.statements.push(text);
  }
}

/** Quoted identifiers stay as they are; strings (plain, E'', dollar-quoted) and free-standing numbers become `?`. */
const LITERALS =
  /("(?:[^"]|"")*")|\$(\w*)\$[\s\S]*?\$\2\$|\b[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|(?<![\w$.])-?\d+(?:\.\d+)?\b/g;

/** The statement with its literals replaced, so that it can be logged, grouped and compared. */
export function withoutLiterals(sql: string): string {
  return sql.replace(LITERALS, (_match, identifier: string | undefined) => identifier ?? '?');
}
