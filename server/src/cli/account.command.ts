import { randomBytes } from 'node:crypto';
import { ROLE_SCOPES } from '@xinghuo/shared/identity/account';
import { problem } from '@xinghuo/shared/kernel/problem';
import { ROLES, type Role } from '@xinghuo/shared/kernel/role';
import { Account, hashPassword, IDENTITY_CHANGED, RoleGrant } from '../domains/identity/index.ts';
import { preparedUseCase } from '../platform/write/use-case.ts';
import { UsageError } from './command-io.ts';
import { databaseCommand, onlyArgument } from './with-instance.ts';

const HELP = `pnpm xinghuo account create --email ADDRESS --name NAME --role ROLE [--json]
pnpm xinghuo account reset --email ADDRESS [--json]

新建一个全市角色的账号，或给账号换一个新密码。密码只显示一次，首次登录后必须修改。新装的系统用它建立第一位管理员。
  --email  邮箱    --name  姓名    --role  角色，见下

Makes an account with a citywide role, or gives an account a new password. The password is printed once and must be
changed at the first sign-in. The first administrator of a new installation is made this way.

  --role   ${Object.keys(ROLES)
    .filter((role) => ROLE_SCOPES[role as Role].includes('CITY'))
    .join(', ')}
`;

interface Handed {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

const createAccount = preparedUseCase(
  'accountCreate',
  (_read, input: Handed) => hashPassword(input.password),
  async (tx, { email, name, role }, passwordHash) => {
    if (await tx.em.findOne(Account, { email })) tx.refuse(problem('EMAIL_TAKEN', 'email'));
    const account = tx.em.create(Account, { email, name, passwordHash, mustChangePassword: true });
    tx.em.create(RoleGrant, { account, role, scope: 'CITY', scopeId: null });
    await tx.em.flush();
    tx.subject = { type: 'Account', id: account.id };
    return {};
  },
);

const resetAccount = preparedUseCase(
  'accountReset',
  (_read, input: Pick<Handed, 'email' | 'password'>) => hashPassword(input.password),
  async (tx, { email }, passwordHash) => {
    const account = await tx.em.findOne(Account, { email });
    if (!account) return tx.refuse(problem('NOT_FOUND', 'email'));
    tx.em.assign(account, { passwordHash, mustChangePassword: true, failedAttempts: 0, lockedUntil: null });
    tx.subject = { type: 'Account', id: account.id };
    await tx.publish(IDENTITY_CHANGED, { accountId: account.id });
    return {};
  },
);

/** Makes or resets an account: see HELP. */
export const run = databaseCommand(
  HELP,
  { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
  async ({ instance, values, positionals }) => {
    const action = onlyArgument(positionals, 'create or reset');
    const email = values.email?.trim().toLowerCase();
    if (!email?.includes('@'))
      throw new UsageError('--email 应为邮箱地址 / --email must be an e-mail address');
    const password = randomBytes(9).toString('base64url');
    const { writer } = instance.app.pipelines;
    const context = { viewer: instance.app.system, now: new Date(), requestId: null };
    const outcome =
      action === 'create'
        ? await writer.run(context, createAccount, {
            email,
            password,
            name: nameOf(values.name),
            role: roleOf(values.role),
          })
        : action === 'reset'
          ? await writer.run(context, resetAccount, { email, password })
          : null;
    if (!outcome)
      throw new UsageError(
        `account 只有 create 和 reset，没有“${action}” / account can create or reset, not "${action}"`,
      );
    if (outcome.problems.length > 0) {
      const codes = outcome.problems.map(({ code }) => code);
      return { code: 1, json: { problems: outcome.problems }, text: `未执行 Refused: ${codes.join(', ')}` };
    }
    return {
      code: 0,
      json: { email, password },
      text: `${email}\n一次性密码 One-time password: ${password}`,
    };
  },
);

function nameOf(name: string | undefined): string {
  if (!name?.trim()) throw new UsageError('缺少 --name / --name must be given');
  return name.trim();
}

function roleOf(role: string | undefined): Role {
  if (role === undefined || !(role in ROLES))
    throw new UsageError(`--role 应为下列之一 / --role must be one of: ${Object.keys(ROLES).join(', ')}`);
  const known = role as Role;
  if (!ROLE_SCOPES[known].includes('CITY'))
    throw new UsageError(
      `角色 ${role} 须限定范围，请在系统中授予 / ${role} needs a scope: grant it in the product`,
    );
  return known;
}
