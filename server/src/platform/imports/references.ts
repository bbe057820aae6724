import { nearest, normalise } from '../sheets/nearest.ts';
import type { ImportLog } from './import-log.ts';

/** Something a cell can name, with every word it may be named by. */
export interface Reference<T> {
  readonly value: T;
  readonly words: readonly string[];
}

/** Finds what a cell names among things of the database; what is not found gets a suggestion. */
export class References<T> {
  private readonly byWord = new Map<string, T | null>();
  private readonly words: readonly string[];
  private readonly suggestions = new Map<string, string | null>();

  /** A word that several things share names none of them. */
  constructor(references: readonly Reference<T>[]) {
    for (const { value, words } of references) {
      for (const word of new Set(words.map(normalise))) {
        this.byWord.set(word, this.byWord.has(word) ? null : value);
      }
    }
    this.words = references.flatMap(({ words }) => words);
  }

  /** What the text names; undefined when nothing or more than one thing. */
  find(text: string): T | undefined {
    return this.byWord.get(normalise(text)) ?? undefined;
  }

  /** Says in the log why a cell's text was not found, if it was not. */
  check(log: ImportLog, row: number, column: string, text: string | null): void {
    if (text === null) return;
    const found = this.byWord.get(normalise(text));
    if (found === null) log.add(row, column, 'ROW_KEY_AMBIGUOUS');
    else if (found === undefined)
      log.add(row, column, 'CELL_NOT_IN_LIST', () => ({ nearest: this.suggest(text) }));
  }

  private suggest(text: string): string | null {
    let known = this.suggestions.get(text);
    if (known === undefined) {
      known = nearest(text, this.words);
      this.suggestions.set(text, known);
    }
    return known;
  }
}
