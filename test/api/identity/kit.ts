import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Grant, Role } from '@xinghuo/shared/kernel/role';
import { Account, hashPassword, RoleGrant } from '../../../server/src/domains/identity/index.ts';
import { inTransaction } from '../../../server/src/platform/database/index.ts';
import type { TestApp } from '../../harness/app.ts';
import { Client } from '../../harness/client.ts';

export const PASSWORD = '采石矶上看长江-2026';

/** An address nobody else in the test has. */
export const newEmail = (): string => `${randomUUID().slice(0, 8)}@example.cn`;

/** Makes an account in the database; with a password unless said otherwise. */
export async function makeAccount(
  app: TestApp,
  options: {
    readonly email?: string;
    readonly grants?: readonly (Role | Grant)[];
    readonly password?: string | null;
  } = {},
): Promise<{ readonly id: string; readonly email: string }> {
  const { email = newEmail(), grants = [], password = PASSWORD } = options;
  const passwordHash = password === null ? null : await hashPassword(password);
  return inTransaction(app.database, async ({ em }) => {
    const account = em.create(Account, { email, name: '周晓岚', passwordHash });
    for (const grant of grants) {
      const whole =
        typeof grant === 'string' ? ({ role: grant, scope: 'CITY', scopeId: null } as const) : grant;
      em.create(RoleGrant, { account, ...whole });
    }
    await em.flush();
    return { id: account.id, email };
  });
}

/** One answer of a mutation whose payload has problems. */
export interface Stepped<T> {
  readonly payload: T & {
    readonly problems: readonly { code: string; path: string[]; params: Record<string, unknown> }[];
  };
  readonly codes: readonly string[];
}

/** Runs a mutation `name(input)` and reads its payload; codes are `CODE path`. */
export async function step<T = Record<string, unknown>>(
  client: Client,
  name: string,
  input: Record<string, unknown>,
  fields: string,
): Promise<Stepped<T>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`.replace(
    /^Account(Disable|Enable)Input$/,
    'AccountTransitionInput',
  );
  const answer = await client.ask<Record<string, Stepped<T>['payload']>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} problems { code path params } } }`,
    { input },
  );
  const payload = answer[name];
  if (!payload) throw new Error(`${name} answered nothing`);
  return {
    payload,
    codes: payload.problems.map(({ code, path }) => [code, path.join('.')].filter(Boolean).join(' ')),
  };
}

/** A request as a browser sends it, with the cookie it was given. */
export async function browse(
  app: TestApp,
  query: string,
  variables: Record<string, unknown>,
): Promise<{ readonly data: Record<string, Record<string, unknown>>; readonly client: Client | null }> {
  const response = await app.visitor.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data: Record<string, Record<string, unknown>> };
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  return { data, client: cookie ? new Client(app.url, { cookie }, null) : null };
}

/** Signing in, as the form does it. */
export const SIGN_IN =
  'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { viewer { id } problems { code path params } } }';

/** Tries a password; the client carries the cookie when it was right. */
export async function signIn(
  app: TestApp,
  email: string,
  password: string,
): Promise<{ readonly code: string | null; readonly client: Client | null }> {
  const { data, client } = await browse(app, SIGN_IN, { input: { email, password } });
  const problems = data.sessionCreate?.problems as { code: string }[];
  return { code: problems[0]?.code ?? null, client };
}

/** Takes up a link as the page behind it does. */
export async function accept(
  app: TestApp,
  token: string,
  answer: { readonly name?: string; readonly password: string },
): Promise<{ readonly landing: unknown; readonly codes: readonly string[]; readonly client: Client | null }> {
  const { data, client } = await browse(
    app,
    `mutation ($input: InvitationAcceptInput!) {
      invitationAccept(input: $input) { landing viewer { name permissions } problems { code path } }
    }`,
    { input: { token, ...answer } },
  );
  const payload = data.invitationAccept;
  const problems = payload?.problems as { code: string; path: string[] }[];
  return {
    landing: payload?.landing,
    codes: problems.map(({ code, path }) => [code, path.join('.')].filter(Boolean).join(' ')),
    client,
  };
}

/** Every mail to an address as it lies in the outbox, the oldest first: subject and text decoded. */
export async function mailsTo(app: TestApp, email: string): Promise<readonly string[]> {
  await app.app.jobs.runQueued();
  const outbox = join(app.directory, 'outbox');
  const names = (await readdir(outbox)).filter((name) => name.endsWith('.eml')).sort();
  const mails: string[] = [];
  for (const name of names) {
    const raw = await readFile(join(outbox, name), 'utf8');
    if (raw.includes(`To: ${email}`)) mails.push(decode(raw));
  }
  return mails;
}

/** The secret of the link in the last mail to an address. */
export async function tokenFor(app: TestApp, email: string): Promise<string> {
  const text = (await mailsTo(app, email)).at(-1) ?? '';
  const found = /http:\/\/xinghuo\.test\/invitations\/(\S+)/.exec(text)?.[1];
  if (!found) throw new Error(`no link in the mail: ${text}`);
  return found;
}

function decode(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Another system that calls with an API token. */
export const bearer = (app: TestApp, secret: string): Client =>
  new Client(app.url, { authorization: `Bearer ${secret}` }, null);

/** Signs in with a password that must be right. */
export async function signedIn(app: TestApp, email: string, password: string): Promise<Client> {
  const { code, client } = await signIn(app, email, password);
  if (!client) throw new Error(`not signed in: ${code}`);
  return client;
}
