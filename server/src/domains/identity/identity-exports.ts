import { ACCOUNT_STATES } from '@xinghuo/shared/identity/account';
import { API_TOKEN_STATES } from '@xinghuo/shared/identity/api-token';
import { INVITATION_STATES } from '@xinghuo/shared/identity/invitation';
import { ROLES } from '@xinghuo/shared/kernel/role';
import { defineExport } from '../../platform/exports/index.ts';
import { accountList } from './account.list.ts';
import { apiTokenList } from './api-token.list.ts';
import { invitationList } from './invitation.list.ts';

defineExport({
  list: 'accounts',
  name: { zh: '账号', en: 'Accounts' },
  of: accountList,
  columns: [
    { key: 'name', zh: '姓名', en: 'Name', type: 'text', value: 'name' },
    { key: 'email', zh: '邮箱', en: 'E-mail', type: 'text', value: 'email', width: 28 },
    { key: 'roles', zh: '角色', en: 'Roles', type: 'words', table: ROLES, value: 'grants.role', width: 24 },
    { key: 'scopes', zh: '角色范围', en: 'Limited to', type: 'list', value: 'grants.scopeName', width: 28 },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: ACCOUNT_STATES, value: 'state' },
    { key: 'hasPassword', zh: '已设密码', en: 'Has a password', type: 'yesNo', value: 'hasPassword' },
    { key: 'lastSeenAt', zh: '最近使用', en: 'Last seen', type: 'instant', value: 'lastSeenAt' },
    { key: 'createdAt', zh: '建立时间', en: 'Made', type: 'instant', value: 'createdAt' },
  ],
});

defineExport({
  list: 'invitations',
  name: { zh: '邀请', en: 'Invitations' },
  of: invitationList,
  columns: [
    { key: 'name', zh: '姓名', en: 'Name', type: 'text', value: 'name' },
    { key: 'email', zh: '邮箱', en: 'E-mail', type: 'text', value: 'email', width: 28 },
    {
      key: 'roles',
      zh: '邀请担任',
      en: 'Invited as',
      type: 'words',
      table: ROLES,
      value: 'grants.role',
      width: 24,
    },
    { key: 'scopes', zh: '角色范围', en: 'Limited to', type: 'list', value: 'grants.scopeName', width: 28 },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: INVITATION_STATES, value: 'state' },
    { key: 'invitedBy', zh: '邀请人', en: 'Invited by', type: 'text', value: 'invitedByName' },
    { key: 'sentAt', zh: '发出时间', en: 'Sent', type: 'instant', value: 'sentAt' },
    { key: 'expiresAt', zh: '有效至', en: 'Expires', type: 'instant', value: 'expiresAt' },
    { key: 'acceptedAt', zh: '接受时间', en: 'Accepted', type: 'instant', value: 'acceptedAt' },
  ],
});

defineExport({
  list: 'apiTokens',
  name: { zh: '访问令牌', en: 'API tokens' },
  of: apiTokenList,
  columns: [
    { key: 'name', zh: '用途', en: 'For', type: 'text', value: 'name', width: 28 },
    { key: 'account', zh: '账号', en: 'Account', type: 'text', value: 'accountName' },
    { key: 'hint', zh: '末四位', en: 'Ends with', type: 'text', value: 'hint' },
    { key: 'scopes', zh: '权限', en: 'Scopes', type: 'list', value: 'scopes', width: 40 },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: API_TOKEN_STATES, value: 'state' },
    { key: 'createdAt', zh: '建立时间', en: 'Made', type: 'instant', value: 'createdAt' },
    { key: 'expiresAt', zh: '有效至', en: 'Expires', type: 'instant', value: 'expiresAt' },
    { key: 'revokedAt', zh: '撤销时间', en: 'Ended', type: 'instant', value: 'revokedAt' },
    { key: 'lastUsedAt', zh: '最近使用', en: 'Last used', type: 'instant', value: 'lastUsedAt' },
  ],
});
