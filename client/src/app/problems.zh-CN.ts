import type { IDENTITY_PROBLEMS } from '@xinghuo/shared/identity/problems';

/** Refusals of signing in and of accounts: needed before any domain's words are here. */
export const identityProblems = {
  SIGN_IN_FAILED: '邮箱或密码不对',
  ACCOUNT_LOCKED: '输错次数太多，账号已锁定，{{until}} 后再试',
  ACCOUNT_DISABLED: '账号已停用，请联系系统管理员',
  PASSWORD_WRONG: '现在的密码不对',
  PASSWORD_WEAK: '密码太短或太容易猜到[[，至少 {{min}} 个字符]]',
  PASSWORD_UNCHANGED: '新密码与现在的密码相同',
  INVITATION_UNKNOWN: '邀请不存在、已用过或已撤回',
  INVITATION_EXPIRED: '邀请已于 {{expiredAt}} 过期，请联系邀请您的人重新发送',
  EMAIL_TAKEN: '这个邮箱已有账号',
  SCOPE_MISMATCH: '这个角色不能用于这个范围',
  SCOPE_NOT_HELD: '令牌不能超出账号自身的权限：{{scope}}',
  LAST_ADMIN: '不能移除或停用最后一位系统管理员',
  SELF_REFUSED: '不能对自己的账号这样操作',
} as const satisfies Record<keyof typeof IDENTITY_PROBLEMS, string>;
