import type { Role } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import { createInvitation, createToken, revokeInvitation, revokeToken } from '../domains/identity/index.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { givenDocument } from '../platform/given-data.ts';
import { confirmImport, importKind, previewImport } from '../platform/imports/index.ts';
import { type SeedRun, seedRun } from '../platform/seed.ts';
import { PERMISSIONS } from './domains.ts';
import type { Instance } from './start-instance.ts';

/** Who of the demonstration did something. */
type Actor = 'COORDINATOR' | 'SYSTEM_ADMIN';

interface GivenOffice {
  readonly invitations: readonly {
    readonly email: string;
    readonly name: string;
    readonly role: Extract<Role, 'UNIT_LIAISON' | 'TEAM_LEADER' | 'AUDITOR'>;
    /** The name of a unit or a team; null for the whole city. */
    readonly scope: string | null;
    readonly daysAgo: number;
    readonly withdrawn?: string;
  }[];
  readonly tokens: readonly {
    readonly by: Actor;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly daysAgo: number;
    /** How long it holds. */
    readonly days: number;
    readonly revoked?: string;
  }[];
  readonly imports: readonly {
    readonly by: Actor;
    readonly kind: string;
    readonly fileName: string;
    readonly daysAgo: number;
    readonly rows: readonly (readonly string[])[];
  }[];
}

const DAY = 86_400_000;

/** What the office did in the weeks before, by the product's own steps: invitations, tokens for other systems, imports. */
export async function demonstrationOffice({ app, files }: Pick<Instance, 'app' | 'files'>): Promise<void> {
  const { invitations, tokens, imports } = await givenDocument<GivenOffice>('office.json');
  const now = app.pipelines.clock();
  const run = seedRun({ pipelines: app.pipelines, system: app.system, files, now, say: () => undefined });
  const before = (days: number): Date => new Date(now.getTime() - days * DAY);
  const people = {
    COORDINATOR: await actor(run, 'COORDINATOR'),
    SYSTEM_ADMIN: await actor(run, 'SYSTEM_ADMIN'),
  };
  for (const { email, name, role, scope, daysAgo, withdrawn } of invitations) {
    const step = { as: people.SYSTEM_ADMIN, at: before(daysAgo) };
    const grant = await grantOf(run, role, scope);
    const { invitation } = await run.run(createInvitation, { email, name, grants: [grant] }, step);
    if (withdrawn) await run.run(revokeInvitation, { id: invitation, reason: withdrawn }, step);
  }
  for (const { by, name, scopes, daysAgo, days, revoked } of tokens) {
    const made = before(daysAgo);
    const expiresAt = new Date(made.getTime() + days * DAY);
    const { apiToken } = await run.run(
      createToken,
      { name, scopes, expiresAt },
      { as: people[by], at: made },
    );
    if (revoked) await run.run(revokeToken, { id: apiToken, reason: revoked }, { as: people[by] });
  }
  for (const { by, kind: name, fileName, daysAgo, rows } of imports) {
    const kind = importKind(name);
    if (!kind) throw new Error(`office.json: nothing is imported as ${name}`);
    const step = { as: people[by], at: before(daysAgo) };
    const content = Buffer.from(rows.map((cells) => cells.map(quoted).join(',')).join('\r\n'));
    const { previewId } = await run.run(previewImport, { kind, content, fileName }, step);
    await run.run(confirmImport, { previewId }, step);
  }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The demonstration's person of a citywide role, as if signed in. */
async function actor(run: SeedRun, role: Actor): Promise<Viewer> {
  const [account] = await run.read<{ id: string; name: string }>(
    sql`select a.id, a.name from account a join role_grant g on g.account_id = a.id and g.role = ${role} and g.scope = 'CITY' order by a.created_at limit 1`,
  );
  if (!account) throw new Error(`the demonstration has no ${role}`);
  return {
    accountId: account.id,
    name: account.name,
    grants: [{ role, scope: 'CITY', scopeId: null }],
    permissions: PERMISSIONS.of([role], true),
    via: 'session',
    credentialId: null,
    mustChangePassword: false,
  };
}

async function grantOf(run: SeedRun, role: GivenOffice['invitations'][number]['role'], name: string | null) {
  if (name === null) return { role, scope: 'CITY', scopeId: null } as const;
  const scope = role === 'TEAM_LEADER' ? 'TEAM' : 'UNIT';
  const [found] = await run.read<{ id: string }>(
    sql`select id from ${sql.table(scope.toLowerCase())} where name = ${name}`,
  );
  if (!found) throw new Error(`office.json: nothing is called ${name}`);
  return { role, scope, scopeId: found.id } as const;
}
