/** Uses of a text before it is prepared: what is asked once should not occupy the server. */
const THRESHOLD = 5;
/** Most texts that are prepared on each connection. */
const MOST_NAMES = 400;
/** Most texts that are watched; the ORM writes values into its statements, and each of those is a text of its own. */
const MOST_WATCHED = 2_000;
/** Longer texts are hardly ever the same twice. */
const LONGEST = 20_000;

/**
 * Decides which statements are prepared. A prepared statement is parsed once per connection, and planned once when
 * the server finds that its plan does not depend on the values: for the short statements of a page that is a good
 * part of their time.
 */
export class StatementNames {
  readonly #uses = new Map<string, number>();
  readonly #names = new Map<string, string>();
  #generation = 0;

  /** The name to prepare the statement under, or undefined while it is to be sent as text. */
  nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    if (sql.length > LONGEST || this.#names.size >= MOST_NAMES) return undefined;
    const uses = (this.#uses.get(sql) ?? 0) + 1;
    if (uses < THRESHOLD) {
      if (this.#uses.size >= MOST_WATCHED) this.#uses.clear();
      this.#uses.set(sql, uses);
      return undefined;
    }
    this.#uses.delete(sql);
    const name = `x${this.#generation}_${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }

  /** Forgets every name, because a migration changed what prepared statements return; new ones never collide. */
  reset(): void {
    this.#generation += 1;
    this.#names.clear();
  }
}

/** Whether a prepared statement failed only because the tables have changed since. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'routine') === 'RevalidateCachedQuery';
}
