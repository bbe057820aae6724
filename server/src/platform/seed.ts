import type { Problem } from '@xinghuo/shared/kernel/problem';
import type { Viewer } from './access/viewer.ts';
import type { FileStore } from './files/index.ts';
import type { Pipelines } from './http/request-context.ts';
import type { RunSql } from './read/reader.ts';
import type { UseCase } from './write/use-case.ts';

/** What every loader of given data works with: steps of the product, run as the product itself. */
export interface SeedRun {
  /** The instant the data is loaded at: demonstration dates are counted from it. */
  readonly now: Date;
  /** Where attachments of the demonstration are put. */
  readonly files: FileStore;
  /** Reads ahead of a step. */
  readonly read: RunSql;
  /**
   * Runs one step, with its audit event, and returns its payload. `as` and `at` let a step have been taken by somebody
   * else at another time. @throws {SeedFailure} when the step is refused.
   */
  run<I, O extends object, P>(
    useCase: UseCase<I, O, P>,
    input: I,
    options?: { readonly as?: Viewer; readonly at?: Date },
  ): Promise<O>;
  /** Tells the person who waits what has just been done. */
  say(line: string): void;
}

/** A step of a loader was refused: given data and rules do not fit, which is a fault of the product. */
export class SeedFailure extends Error {
  constructor(
    readonly operation: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${operation}: ${problems.map(({ code, path }) => `${code} ${path.join('.')}`.trim()).join(', ')}`);
    this.name = 'SeedFailure';
  }
}

/** Makes the run that loaders are given. */
export function seedRun(options: {
  readonly pipelines: Pipelines;
  readonly system: Viewer;
  readonly files: FileStore;
  readonly now: Date;
  readonly say: (line: string) => void;
}): SeedRun {
  const { pipelines, system, files, now, say } = options;
  return {
    now,
    files,
    read: pipelines.run,
    say,
    async run(useCase, input, { as = system, at = now } = {}) {
      const outcome = await pipelines.writer.run({ viewer: as, now: at, requestId: null }, useCase, input);
      if (outcome.value === null) throw new SeedFailure(useCase.name, outcome.problems);
      return outcome.value;
    },
  };
}
