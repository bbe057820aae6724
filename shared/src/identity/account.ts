import { enumTable } from '../kernel/label.ts';
import type { Role, ScopeKind } from '../kernel/role.ts';

/** Whether an account may be used. */
export const ACCOUNT_STATES = enumTable({
  ACTIVE: { zh: '正常', en: 'Active' },
  DISABLED: { zh: '已停用', en: 'Disabled', note: 'Cannot sign in; its sessions and tokens have ended.' },
});
export type AccountState = keyof typeof ACCOUNT_STATES;

/** The scopes each role may be held with. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly ScopeKind[]>> = {
  SYSTEM_ADMIN: ['CITY'],
  COORDINATOR: ['CITY', 'COMPETITION'],
  UNIT_LIAISON: ['UNIT'],
  SITE_MANAGER: ['REGION'],
  TEAM_LEADER: ['TEAM'],
  JUDGE: ['COMPETITION'],
  CASE_OFFICER: ['CITY'],
  AUDITOR: ['CITY'],
  VOLUNTEER: ['CITY'],
};

/** Failed sign-ins in a row before an account is locked, and for how many minutes. */
export const LOCKOUT = { attempts: 8, minutes: 15 } as const;

/** Passwords: length in characters. */
export const PASSWORD = { min: 10, max: 200 } as const;

/** How long a session lives without use, and at most, in hours; how long an invitation lives, in days. */
export const LIFETIMES = {
  sessionIdleHours: 12,
  sessionHours: 24 * 14,
  invitationDays: 14,
  tokenDays: 365,
} as const;

const COMMON = [
  'password',
  '12345678',
  'qwerty',
  'xinghuo',
  'admin',
  '11111111',
  'iloveyou',
  'abc123',
  '88888888',
  '66666666',
];

/** Why a password is refused, or null: long enough, not made of a well-known word, not the person's own address. */
export function passwordWeakness(password: string, email: string): 'PASSWORD_WEAK' | null {
  const lower = password.toLowerCase();
  const local = email.split('@')[0]?.toLowerCase() ?? '';
  if (password.length < PASSWORD.min || password.length > PASSWORD.max) return 'PASSWORD_WEAK';
  if (new Set(password).size < 5) return 'PASSWORD_WEAK';
  if (local.length > 3 && lower.includes(local)) return 'PASSWORD_WEAK';
  const rest = COMMON.reduce((text, word) => text.replaceAll(word, ''), lower).replace(/\d/g, '');
  return rest.length < 3 && /^[a-z0-9]*$/.test(lower) ? 'PASSWORD_WEAK' : null;
}
