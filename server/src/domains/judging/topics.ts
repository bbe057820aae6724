/** Told when a sheet or an assignment of a round changes. payload: roundId. */
export const JUDGING_CHANGED = 'judging.changed';
/** Told when a computation goes on, ends or is cancelled. payload: id. */
export const COMPUTATION_CHANGED = 'judging.computation';
