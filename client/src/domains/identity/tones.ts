import type { AccountState } from '@xinghuo/shared/identity/account';
import type { ApiTokenState } from '@xinghuo/shared/identity/api-token';
import type { InvitationState } from '@xinghuo/shared/identity/invitation';
import type { Tones } from '#client/ui/detail/state-tag.tsx';

/** How an account's states are drawn. */
export const ACCOUNT_TONES: Tones<AccountState> = { ACTIVE: 'done', DISABLED: 'refused' };

/** How an invitation's states are drawn. */
export const INVITATION_TONES: Tones<InvitationState> = {
  PENDING: 'waiting',
  ACCEPTED: 'done',
  REVOKED: 'draft',
  EXPIRED: 'refused',
};

/** How a token's states are drawn. */
export const API_TOKEN_TONES: Tones<ApiTokenState> = { ACTIVE: 'done', EXPIRED: 'refused', REVOKED: 'draft' };
