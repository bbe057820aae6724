import { ROLES, type Role, type ScopeKind } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import { Account, hashPassword, RoleGrant } from '../domains/identity/index.ts';
import { preparedUseCase } from '../platform/write/use-case.ts';
import { demonstrationOffice } from './demonstration-office.ts';
import type { Instance } from './start-instance.ts';

/** Everybody knows it: demonstration accounts exist only where DEMO is on, which production refuses. */
const PASSWORD = 'xinghuo-demo';

interface Given {
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  readonly scope: ScopeKind;
  /** The row a role is limited to: the one with most to show. */
  readonly scopeQuery: ReturnType<typeof sql> | null;
}

const newest = (state: 'REVIEW' | 'OPEN') =>
  sql`(select id from competition where state = ${state} order by year desc limit 1)`;
const REVIEW = newest('REVIEW');

const ACCOUNTS: readonly Given[] = [
  { role: 'COORDINATOR', email: 'coordinator@demo.xinghuo', name: '陶予安', scope: 'CITY', scopeQuery: null },
  { role: 'JUDGE', email: 'judge@demo.xinghuo', name: '', scope: 'COMPETITION', scopeQuery: REVIEW },
  {
    role: 'TEAM_LEADER',
    email: 'leader@demo.xinghuo',
    name: '',
    scope: 'TEAM',
    // The team with most entries in the edition that takes them.
    scopeQuery: sql`(select e.team_id from entry e where e.competition_id = ${newest('OPEN')} group by e.team_id order by count(*) desc, e.team_id limit 1)`,
  },
  {
    role: 'UNIT_LIAISON',
    email: 'liaison@demo.xinghuo',
    name: '祝文谦',
    scope: 'UNIT',
    // The member unit whose teams have entered most.
    scopeQuery: sql`(select u.id from unit u where u.role = 'MEMBER' order by (select count(*) from team t join entry e on e.team_id = t.id where t.unit_id = u.id) desc, u.name limit 1)`,
  },
  { role: 'AUDITOR', email: 'auditor@demo.xinghuo', name: '闵致远', scope: 'CITY', scopeQuery: null },
  { role: 'SYSTEM_ADMIN', email: 'admin@demo.xinghuo', name: '屠思齐', scope: 'CITY', scopeQuery: null },
];

/** The judge of the edition in review who is furthest from both ends of the work; the demonstration's judge signs in as them. */
const JUDGE = sql<{ id: string; name: string }>`
  select j.id, j.name from judge j
  where j.competition_id = ${REVIEW} and j.state = 'ACTIVE' and j.account_id is null
  order by (select least(count(*) filter (where s.state = 'SUBMITTED'), count(*) filter (where s.state in ('ASSIGNED', 'DRAFT'))) + least(count(*) filter (where s.state = 'DRAFT'), 1) from score_sheet s where s.judge_id = j.id) desc, j.name
  limit 1`;

const createAccounts = preparedUseCase(
  'demonstrationAccountsCreate',
  () => hashPassword(PASSWORD),
  async (tx, _input: null, passwordHash) => {
    let made = 0;
    for (const given of ACCOUNTS) {
      if (await tx.em.findOne(Account, { email: given.email })) continue;
      const scopeId =
        given.scopeQuery === null
          ? null
          : await idOf(tx.query<{ id: string | null }>(sql`select ${given.scopeQuery} as id`));
      if (given.scopeQuery !== null && scopeId === null) continue;
      const [judge] = given.role === 'JUDGE' ? await tx.query<{ id: string; name: string }>(JUDGE) : [];
      if (given.role === 'JUDGE' && !judge) continue;
      const [leader] =
        given.role === 'TEAM_LEADER'
          ? await tx.query<{ id: string; name: string }>(
              sql`select id, name from team_member where team_id = ${scopeId} and role = 'LEADER' limit 1`,
            )
          : [];
      const account = tx.em.create(Account, {
        email: given.email,
        name: judge?.name ?? leader?.name ?? given.name,
        passwordHash,
      });
      tx.em.create(RoleGrant, { account, role: given.role, scope: given.scope, scopeId });
      await tx.em.flush();
      made += 1;
      const link = (table: string, id: string) =>
        tx.execute(sql`update ${sql.table(table)} set account_id = ${account.id} where id = ${id}`, {
          type: table,
          id,
          kind: 'update',
          after: { account: account.id },
        });
      if (judge) await link('judge', judge.id);
      if (leader) await link('team_member', leader.id);
    }
    return { made };
  },
);

async function idOf(rows: Promise<readonly { readonly id: string | null }[]>): Promise<string | null> {
  return (await rows)[0]?.id ?? null;
}

/** Makes the demonstration accounts that are missing, and what they did before; returns one line for each to print. */
export async function demonstrationAccounts(
  instance: Pick<Instance, 'app' | 'files'>,
): Promise<readonly string[]> {
  const { writer, clock } = instance.app.pipelines;
  const context = { viewer: instance.app.system, now: clock(), requestId: null };
  const { value } = await writer.run(context, createAccounts, null);
  if (value?.made === ACCOUNTS.length) await demonstrationOffice(instance);
  return [
    '\n演示账号 Demonstration accounts',
    ...ACCOUNTS.map(
      ({ role, email }) => `${`  ${ROLES[role].zh} ${ROLES[role].en}`.padEnd(34)}${email}  ${PASSWORD}`,
    ),
  ];
}
