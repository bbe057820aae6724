import { IDENTITY_LIMITS } from '@xinghuo/shared/identity/account';
import { ROLES } from '@xinghuo/shared/kernel/role';
import { defineSheet, mail, oneOf, type RowOf, text } from '../../platform/sheets/index.ts';

/** The sheet of accounts: one row a role, so that a person with two roles stands in two rows. */
export const accountSheet = defineSheet({
  name: { zh: '账号', en: 'Accounts' },
  columns: [
    {
      key: 'email',
      zh: '邮箱',
      en: 'E-mail',
      required: true,
      parse: mail(),
      example: 'zhang@example.cn',
      note: {
        zh: '登录名；新账号会收到设置密码的邮件',
        en: 'Sign-in name; a new account gets a mail to choose a password',
      },
      width: 28,
    },
    {
      key: 'name',
      zh: '姓名',
      en: 'Name',
      required: true,
      parse: text({ max: IDENTITY_LIMITS.name }),
      example: '郑望舒',
      note: { zh: '已有账号保留原姓名', en: 'An account that exists keeps its name' },
    },
    {
      key: 'role',
      zh: '角色',
      en: 'Role',
      required: true,
      parse: oneOf(ROLES),
      example: '成员单位联络员',
    },
    {
      key: 'scope',
      zh: '范围',
      en: 'Limited to',
      required: false,
      parse: text({ max: 120 }),
      example: '马鞍山市民政局',
      note: {
        zh: '单位、区域、队伍（名称或编号）或大赛（名称或年份）；全市角色留空',
        en: 'A unit, region, team (name or number) or competition (title or year); empty for citywide roles',
      },
      width: 32,
    },
  ],
  naturalKey: ['email', 'role', 'scope'],
});

/** A row of the sheet of accounts. */
export type AccountRow = RowOf<typeof accountSheet>;
