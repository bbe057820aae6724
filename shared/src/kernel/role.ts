import { enumTable } from './label.ts';

/** The roles an account may hold, each with a scope. */
export const ROLES = enumTable({
  SYSTEM_ADMIN: {
    zh: '系统管理员',
    en: 'System administrator',
    note: 'Accounts, API clients, settings, jobs; neither hours nor scores.',
  },
  COORDINATOR: { zh: '市级协调员', en: 'Coordinator', note: 'The whole city and the competition.' },
  UNIT_LIAISON: { zh: '成员单位联络员', en: 'Unit liaison', note: 'The own unit.' },
  SITE_MANAGER: { zh: '阵地管理员', en: 'Site manager', note: 'The own township or site.' },
  TEAM_LEADER: { zh: '队伍负责人', en: 'Team leader', note: 'The own team and its entries.' },
  JUDGE: {
    zh: '评委',
    en: 'Judge',
    note: 'The entries assigned to them and nothing else before publication.',
  },
  CASE_OFFICER: { zh: '个案专员', en: 'Case officer', note: 'The sealed cases assigned to them.' },
  AUDITOR: { zh: '监督员', en: 'Auditor', note: 'Reads everything but sealed details; the audit log.' },
  VOLUNTEER: { zh: '志愿者', en: 'Volunteer', note: 'Own data.' },
});
export type Role = keyof typeof ROLES;

/** What a role is limited to. */
export const SCOPE_KINDS = enumTable({
  CITY: { zh: '全市', en: 'The whole city' },
  REGION: { zh: '区域', en: 'A region' },
  UNIT: { zh: '单位', en: 'A unit' },
  TEAM: { zh: '队伍', en: 'A team' },
  COMPETITION: { zh: '大赛', en: 'A competition' },
});
export type ScopeKind = keyof typeof SCOPE_KINDS;

/** One role held by an account. `scopeId` is null exactly when the scope is the whole city. */
export interface Grant {
  readonly role: Role;
  readonly scope: ScopeKind;
  readonly scopeId: string | null;
}
