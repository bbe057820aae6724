import type { IDENTITY_PROBLEMS } from '@xinghuo/shared/identity/problems';

/** Refusals of signing in and of accounts: needed before any domain's words are here. */
export const identityProblems = {
  SIGN_IN_FAILED: 'The email or the password is wrong.',
  ACCOUNT_LOCKED: 'Too many failed attempts: the account is locked until {{until}}.',
  ACCOUNT_DISABLED: 'This account is disabled. Please ask a system administrator.',
  PASSWORD_WRONG: 'The present password is wrong.',
  PASSWORD_WEAK: 'The password is too short or too easily guessed[[; use at least {{min}} characters]].',
  PASSWORD_UNCHANGED: 'The new password is the same as the present one.',
  INVITATION_UNKNOWN: 'The invitation does not exist, was used, or was withdrawn.',
  INVITATION_EXPIRED:
    'The invitation expired at {{expiredAt}}. Ask the person who invited you for a new one.',
  EMAIL_TAKEN: 'There is already an account with this email.',
  SCOPE_MISMATCH: 'This role cannot be held with this scope.',
  SCOPE_NOT_HELD: 'A token cannot have a right that its account lacks: {{scope}}.',
  LAST_ADMIN: 'The last system administrator cannot be removed or disabled.',
  SELF_REFUSED: 'You cannot do this to your own account.',
} satisfies Record<keyof typeof IDENTITY_PROBLEMS, string>;
