import type { DomainModule } from '#client/ui/core/domain-module.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import type zh from './messages.zh-CN.ts';

/** Accounts by name or address, for forms of other domains. */
export const findAccounts: LookupFind = async (...asked) =>
  (await import('./find-accounts.ts')).findAccounts(...asked);

/** Accounts, invitations, API tokens, and the own profile. */
export const identity: DomainModule<'identity', typeof zh> = {
  name: 'identity',
  messages: { 'zh-CN': () => import('./messages.zh-CN.ts'), en: () => import('./messages.en.ts') },
  nav: [
    {
      path: '/accounts',
      label: { zh: '账号', en: 'Accounts' },
      icon: 'IdcardOutlined',
      group: 'system',
      permission: 'account.list',
    },
    {
      path: '/invitations',
      label: { zh: '邀请', en: 'Invitations' },
      icon: 'MailOutlined',
      group: 'system',
      permission: 'invitation.list',
    },
    {
      path: '/tokens',
      label: { zh: '访问令牌', en: 'API tokens' },
      icon: 'ApiOutlined',
      group: 'system',
      permission: 'token.own',
    },
  ],
  routes: [
    { path: 'accounts', permission: 'account.list', screen: () => import('./accounts-screen.tsx') },
    {
      path: 'accounts/new',
      permission: 'account.manage',
      screen: () => import('./account-create-screen.tsx'),
    },
    { path: 'accounts/:id', permission: 'account.list', screen: () => import('./account-screen.tsx') },
    {
      path: 'accounts/:id/edit',
      permission: 'account.manage',
      screen: () => import('./account-edit-screen.tsx'),
    },
    { path: 'invitations', permission: 'invitation.list', screen: () => import('./invitations-screen.tsx') },
    {
      path: 'invitations/new',
      permission: 'invitation.manage',
      screen: () => import('./invitation-create-screen.tsx'),
    },
    { path: 'tokens', permission: 'token.own', screen: () => import('./tokens-screen.tsx') },
    { path: 'tokens/new', permission: 'token.own', screen: () => import('./token-create-screen.tsx') },
    { path: 'profile', permission: 'session.own', screen: () => import('./profile-screen.tsx') },
  ],
  search: [
    {
      label: { zh: '账号', en: 'Accounts' },
      permission: 'account.list',
      search: async (words, client, signal) =>
        (await findAccounts(words, client, signal)).slice(0, 6).map(({ value, label }) => ({
          id: value,
          title: label,
          path: `/accounts/${value}`,
        })),
    },
  ],
};
