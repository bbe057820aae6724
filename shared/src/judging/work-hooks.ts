/** How a long computation reports and stops: a worker passes both, a test passes none. */
export interface WorkHooks {
  /** Called now and then with the share done, 0 … 1, and what is being done. */
  readonly onProgress?: (share: number, step: string) => void;
  /** Asked now and then; true makes the computation throw `WorkCancelled`. */
  readonly isCancelled?: () => boolean;
}

/** Thrown when the caller has cancelled; nothing partial is returned. */
export class WorkCancelled extends Error {
  constructor() {
    super('The computation was cancelled.');
    this.name = 'WorkCancelled';
  }
}

/** Reports progress and honours cancellation in one call. */
export function checkpoint(hooks: WorkHooks, share: number, step: string): void {
  if (hooks.isCancelled?.()) throw new WorkCancelled();
  hooks.onProgress?.(share, step);
}

/** The hooks of a part of the work, which lies between two shares of the whole; under one step’s name where it is given. */
export function partOf(hooks: WorkHooks, from: number, to: number, step?: string): WorkHooks {
  return {
    ...(hooks.isCancelled ? { isCancelled: hooks.isCancelled } : {}),
    onProgress: (share, own) => hooks.onProgress?.(from + (to - from) * Math.min(1, share), step ?? own),
  };
}
