/** Told when a sheet or an assignment of a round changes. payload: roundId. */
export const JUDGING_CHANGED = 'judging.changed';
