/** Refusals any domain may give. */
export const KERNEL_PROBLEMS = {
  STATE_NOT_ALLOWED: 'The object is in a state that this step does not start from. params: state, event.',
  RIGHT_MISSING: 'The account lacks the right for this step on this object. params: event.',
  STALE_VERSION: 'Somebody else changed the object in between. params: yours, current.',
  REQUIRED: 'The field must be filled in.',
  TOO_LONG: 'The text is longer than allowed. params: max, length.',
  TOO_SHORT: 'The text is shorter than required. params: min, length.',
  OUT_OF_RANGE: 'The value lies outside the allowed range. params: min, max.',
  INVALID_FORMAT: 'The value is not of the expected form. params: expected.',
  NOT_FOUND: 'The object named in this field does not exist or is not visible to the account.',
  ALREADY_EXISTS: 'An object with the same key exists already. params: key.',
  IN_USE: 'The object is used elsewhere and cannot be removed. params: by.',
  REASON_REQUIRED: 'This step asks for a reason.',
  DATES_OUT_OF_ORDER: 'A date lies before one that must precede it. params: earlier, later.',
  TOO_MANY: 'More than the allowed number. params: max.',
  DUPLICATE: 'The same value is given twice.',
} as const;
