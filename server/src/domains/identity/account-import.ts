import { LockMode } from '@mikro-orm/core';
import { normalEmail, ROLE_SCOPES } from '@xinghuo/shared/identity/account';
import { grantingPower, mayGive } from '@xinghuo/shared/identity/granting';
import type { Grant, Role, ScopeKind } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import type { Viewer } from '../../platform/access/viewer.ts';
import {
  defineImport,
  type ImportCheck,
  type ImportLog,
  type ImportRow,
  References,
} from '../../platform/imports/index.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { Account } from './account.entity.ts';
import { cleanName } from './account.rules.ts';
import { type AccountRow, accountSheet } from './account-sheet.ts';
import { giveRoles } from './grant-roles.ts';
import { sendPasswordLink } from './password-link.ts';
import { scopeWords } from './scope-names.ts';

type Query = ImportCheck['query'];
type Scopes = ReadonlyMap<ScopeKind, References<string>>;

interface Known {
  readonly email: string;
  readonly id: string;
  readonly state: string;
  readonly admin: boolean;
}

/** The kind of scope a row means: the role's own, and for coordinators the whole city where nothing is named. */
function kindOf(role: Role, scope: string | null): ScopeKind {
  const kinds = ROLE_SCOPES[role];
  if (scope === null && kinds.includes('CITY')) return 'CITY';
  return kinds.find((kind) => kind !== 'CITY') ?? 'CITY';
}

/** What the scopes of these rows can be named by: one statement for each kind that occurs. */
async function scopesOf(rows: readonly ImportRow<AccountRow>[], query: Query): Promise<Scopes> {
  const scopes = new Map<ScopeKind, References<string>>();
  for (const kind of new Set(rows.map(({ values }) => kindOf(values.role, values.scope)))) {
    const words = scopeWords(kind);
    if (!words) continue;
    const found = await query(words);
    scopes.set(kind, new References(found.map(({ id, words: by }) => ({ value: id, words: by }))));
  }
  return scopes;
}

/** The role a row gives; null when its scope is not found. */
function grantOf({ role, scope }: AccountRow, scopes: Scopes): Grant | null {
  const kind = kindOf(role, scope);
  if (kind === 'CITY') return { role, scope: kind, scopeId: null };
  const scopeId = scope === null ? undefined : scopes.get(kind)?.find(scope);
  return scopeId === undefined ? null : { role, scope: kind, scopeId };
}

function checkRow(
  { row, values }: ImportRow<AccountRow>,
  context: { readonly viewer: Viewer; readonly scopes: Scopes; readonly known: ReadonlyMap<string, Known> },
  log: ImportLog,
): void {
  const { viewer, scopes, known } = context;
  const kind = kindOf(values.role, values.scope);
  if (kind === 'CITY' && values.scope !== null)
    log.add(row, 'scope', 'SCOPE_MISMATCH', () => ({ role: values.role, scope: kind }));
  else if (kind !== 'CITY' && values.scope === null) log.add(row, 'scope', 'CELL_REQUIRED');
  else if (kind !== 'CITY') (scopes.get(kind) ?? new References([])).check(log, row, 'scope', values.scope);
  const grant = grantOf(values, scopes);
  const power = grantingPower(viewer.grants);
  // Which team enters which edition is not asked here: leaders are given their role with the team.
  if (grant && mayGive(power, grant) !== true)
    log.add(row, 'role', 'RIGHT_MISSING', () => ({ event: 'grant' }));
  const account = known.get(normalEmail(values.email));
  if (!account) return;
  if (account.state !== 'ACTIVE') log.add(row, 'email', 'ACCOUNT_DISABLED');
  else if (account.id === viewer.accountId) log.add(row, 'email', 'SELF_REFUSED');
  else if (account.admin && power.kind !== 'all')
    log.add(row, 'email', 'RIGHT_MISSING', () => ({ event: 'grant' }));
}

/** Accounts with their roles from a sheet. Roles are added, never taken; new accounts get a link by mail. */
defineImport<AccountRow>({
  kind: 'accounts',
  permission: 'account.import',
  sheet: accountSheet,
  async check(rows, { query, viewer }, log) {
    const emails = rows.map(({ values }) => normalEmail(values.email));
    const found = await query(
      sql<Known>`select a.email, a.id, a.state,
          exists (select 1 from role_grant g where g.account_id = a.id and g.role = 'SYSTEM_ADMIN') as admin
        from account a where a.email in (select jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb))`,
    );
    const known = new Map(found.map((account) => [account.email, account]));
    const scopes = await scopesOf(rows, query);
    for (const row of rows) checkRow(row, { viewer, scopes, known }, log);
  },
  async apply(tx, rows) {
    const scopes = await scopesOf(rows, tx.query.bind(tx));
    const people = new Map<string, ImportRow<AccountRow>[]>();
    for (const row of rows) {
      const email = normalEmail(row.values.email);
      people.set(email, [...(people.get(email) ?? []), row]);
    }
    const present = await tx.em.find(
      Account,
      { email: { $in: [...people.keys()] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const known = new Map(present.map((account) => [account.email, account]));
    let [created, updated] = [0, 0];
    for (const [email, lines] of people) {
      const grants = lines.flatMap(({ values }) => grantOf(values, scopes) ?? []);
      const account = known.get(email);
      if (account) updated += await giveRoles(tx, account, grants);
      else {
        await makeAccount(tx, email, lines, grants);
        created += lines.length;
      }
    }
    return { created, updated, unchanged: rows.length - created - updated };
  },
});

async function makeAccount(
  tx: Tx,
  email: string,
  lines: readonly ImportRow<AccountRow>[],
  grants: readonly Grant[],
): Promise<void> {
  const account = tx.em.create(Account, { email, name: cleanName(lines[0]?.values.name ?? email) });
  await tx.em.flush();
  await giveRoles(tx, account, grants);
  await sendPasswordLink(tx, account, true);
}
