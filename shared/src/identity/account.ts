import { enumTable } from '../kernel/label.ts';
import type { Role, ScopeKind } from '../kernel/role.ts';
import { transitionTable } from '../kernel/transition.ts';

/** Whether an account may be used. */
export const ACCOUNT_STATES = enumTable({
  ACTIVE: { zh: '正常', en: 'Active' },
  DISABLED: { zh: '已停用', en: 'Disabled', note: 'Cannot sign in; its sessions and tokens have ended.' },
});
export type AccountState = keyof typeof ACCOUNT_STATES;

/** How an account is closed and opened again. */
export const ACCOUNT_LIFECYCLE = transitionTable({
  states: ['ACTIVE', 'DISABLED'],
  initial: 'ACTIVE',
  events: {
    disable: { zh: '停用', en: 'Disable', from: ['ACTIVE'], to: 'DISABLED', right: 'manage', reason: true },
    enable: { zh: '启用', en: 'Enable', from: ['DISABLED'], to: 'ACTIVE', right: 'manage' },
  },
});
export type AccountEvent = keyof typeof ACCOUNT_LIFECYCLE.events;

/** How a new password reaches its person. */
export const PASSWORD_DELIVERIES = enumTable({
  MAIL: { zh: '邮件发送设置链接', en: 'A link by mail', note: 'The person chooses a password there.' },
  HAND: {
    zh: '当面交付一次性密码',
    en: 'Handed over',
    note: 'A password is made and shown once; it must be replaced at the first sign-in.',
  },
});
export type PasswordDelivery = keyof typeof PASSWORD_DELIVERIES;

/** The languages of the product. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language itself, or Chinese where there is no such language. */
export function localeOf(text: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? 'zh-CN';
}

/** Text lengths and numbers of the identity domain. */
export const IDENTITY_LIMITS = {
  name: 60,
  email: 254,
  reason: 500,
  tokenName: 60,
  /** Roles of one account. */
  grants: 50,
  /** Tokens of one account that are neither ended nor expired. */
  tokens: 20,
} as const;

/** An address as it is stored: the sign-in name, in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether a text has the form of an e-mail address; whether anybody reads it is found out by sending. */
export function isEmail(text: string): boolean {
  return (
    text.length <= IDENTITY_LIMITS.email &&
    /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/.test(text)
  );
}

/** Where a person's work begins, by role. */
export function landingOf(roles: readonly Role[]): string {
  return roles.includes('JUDGE') ? '/judge' : '/';
}

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

/** How long a session lives without use, and at most, in hours; how long an invitation and at most a token lives, in days. */
export const LIFETIMES = {
  sessionIdleHours: 12,
  sessionHours: 24 * 14,
  invitationDays: 14,
  /** A link to choose a password, in hours. */
  passwordLinkHours: 48,
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
