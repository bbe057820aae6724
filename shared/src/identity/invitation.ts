import { enumTable } from '../kernel/label.ts';
import { transitionTable } from '../kernel/transition.ts';

/** What a link is for. */
export const INVITATION_KINDS = enumTable({
  INVITATION: { zh: '邀请', en: 'Invitation', note: 'Offers roles; the person chooses a password.' },
  PASSWORD: {
    zh: '设置密码',
    en: 'Password link',
    note: 'Lets the person choose a password; no role changes.',
  },
});
export type InvitationKind = keyof typeof INVITATION_KINDS;

/** Where an invitation stands; EXPIRED follows from the clock. */
export const INVITATION_STATES = enumTable({
  PENDING: { zh: '待接受', en: 'Waiting' },
  ACCEPTED: { zh: '已接受', en: 'Accepted' },
  REVOKED: { zh: '已撤回', en: 'Withdrawn' },
  EXPIRED: { zh: '已过期', en: 'Expired', note: 'Can be sent again.' },
});
export type InvitationState = keyof typeof INVITATION_STATES;

/** What may be done with an invitation that was sent. */
export const INVITATION_LIFECYCLE = transitionTable({
  states: ['PENDING', 'ACCEPTED', 'REVOKED', 'EXPIRED'],
  initial: 'PENDING',
  events: {
    resend: {
      zh: '重新发送',
      en: 'Send again',
      from: ['PENDING', 'EXPIRED'],
      to: 'PENDING',
      right: 'manage',
    },
    revoke: {
      zh: '撤回',
      en: 'Withdraw',
      from: ['PENDING', 'EXPIRED'],
      to: 'REVOKED',
      right: 'manage',
      final: true,
    },
  },
});
export type InvitationEvent = keyof typeof INVITATION_LIFECYCLE.events;

/** The state at an instant. */
export function invitationState(
  invitation: {
    readonly acceptedAt?: Date | null | undefined;
    readonly revokedAt?: Date | null | undefined;
    readonly expiresAt: Date;
  },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'ACCEPTED';
  if (invitation.revokedAt) return 'REVOKED';
  return invitation.expiresAt > now ? 'PENDING' : 'EXPIRED';
}
