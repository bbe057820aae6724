/** Refusals of the identity domain. */
export const IDENTITY_PROBLEMS = {
  SIGN_IN_FAILED: 'The e-mail address or the password is wrong; which of them is not told.',
  ACCOUNT_LOCKED: 'Too many failed attempts. params: until (instant).',
  ACCOUNT_DISABLED: 'The account has been disabled by an administrator.',
  PASSWORD_WRONG: 'The present password is wrong.',
  PASSWORD_WEAK: 'The password is too short or too easily guessed. params: min.',
  PASSWORD_UNCHANGED: 'The new password equals the present one.',
  INVITATION_UNKNOWN: 'The invitation does not exist, was used, or was withdrawn.',
  INVITATION_EXPIRED: 'The invitation has expired. params: expiredAt (instant).',
  EMAIL_TAKEN: 'Another account has this e-mail address.',
  SCOPE_MISMATCH: 'The role cannot be held with this scope. params: role, scope.',
  SCOPE_NOT_HELD: 'A token cannot have a scope that its account does not hold. params: scope.',
  LAST_ADMIN: 'The last system administrator cannot be removed or disabled.',
  SELF_REFUSED: 'This cannot be done to the own account.',
} as const;
