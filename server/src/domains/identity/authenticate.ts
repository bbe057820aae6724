import { isDeepStrictEqual } from 'node:util';
import { LIFETIMES } from '@xinghuo/shared/identity/account';
import type { Grant } from '@xinghuo/shared/kernel/role';
import { type RawBuilder, sql } from 'kysely';
import type { Permissions } from '../../platform/access/permissions.ts';
import { anonymousViewer, type Viewer } from '../../platform/access/viewer.ts';
import { unauthenticated } from '../../platform/graphql/errors.ts';
import type { Authenticate } from '../../platform/http/request-context.ts';
import type { Topics } from '../../platform/live/topics.ts';
import type { RunSql } from '../../platform/read/reader.ts';
import { hashSecret } from './secret.ts';

interface Found {
  readonly credential: string | null;
  readonly account: string;
  readonly name: string;
  readonly must_change: boolean;
  readonly grants: readonly Grant[];
  readonly scopes: readonly string[] | null;
}

interface Remembered {
  readonly found: Found;
  readonly viewer: Viewer;
  readonly until: number;
}

/** Told by every step that changes what an account may do; ends what was remembered of it on all instances. */
export const IDENTITY_CHANGED = 'identity.changed';

/** A resolved credential is trusted this long without asking again; changes end it at once through the topic. */
const REMEMBERED_MS = 5_000;
const REMEMBERED = 5_000;

/** The ways to find out who acts. */
export interface Authentication {
  readonly authenticate: Authenticate;
  /** An account for which the system goes on with what it asked for: with its present rights; null once it is closed. */
  readonly viewerOf: (accountId: string) => Promise<Viewer | null>;
}

/**
 * Finds the viewer behind a session cookie or an API token, in one statement, and remembers it for seconds, so that a
 * screen's burst of requests costs one look-up.
 */
export function createAuthenticate(run: RunSql, permissions: Permissions, topics: Topics): Authentication {
  const remembered = new Map<string, Remembered>();
  topics.on(IDENTITY_CHANGED, ({ payload }) => {
    for (const [key, { viewer }] of remembered)
      if (viewer.accountId === payload.accountId) remembered.delete(key);
  });
  const anonymous = anonymousViewer(permissions.of([], false));

  const look = async (
    via: Viewer['via'],
    query: RawBuilder<Found>,
    known?: Remembered,
  ): Promise<Omit<Remembered, 'until'> | null> => {
    const [found] = await run(query);
    if (!found) return null;
    // The same object as long as nothing has changed: what was put together for it stays good.
    if (known && isDeepStrictEqual(known.found, found)) return known;
    const roles = found.grants.map((grant) => grant.role);
    const viewer: Viewer = {
      accountId: found.account,
      name: found.name,
      grants: found.grants,
      permissions: permissions.of(roles, true, found.scopes ?? undefined),
      via,
      credentialId: found.credential,
      mustChangePassword: found.must_change,
    };
    return { found, viewer };
  };

  const authenticate: Authenticate = async ({ sessionToken, apiToken }, now) => {
    const secret = apiToken ?? sessionToken;
    if (!secret) return anonymous;
    const via = apiToken ? 'token' : 'session';
    const hash = hashSecret(secret);
    const kept = remembered.get(hash);
    if (kept && kept.until > now.getTime()) return kept.viewer;
    const looked = await look(via, via === 'session' ? sessionQuery(hash, now) : tokenQuery(hash, now), kept);
    if (!looked) {
      remembered.delete(hash);
      if (via === 'token') throw unauthenticated();
      return anonymous;
    }
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(hash, { ...looked, until: now.getTime() + REMEMBERED_MS });
    return looked.viewer;
  };
  return {
    authenticate,
    viewerOf: async (accountId) => (await look('system', accountQuery(accountId)))?.viewer ?? null,
  };
}

const GRANTS = sql`(select coalesce(json_agg(json_build_object('role', g.role, 'scope', g.scope, 'scopeId', g.scope_id)), '[]'::json) from role_grant g where g.account_id = a.id)`;

/** Sees a live session and notes, at most once a minute, that it is in use. */
function sessionQuery(hash: string, now: Date) {
  const idle = new Date(now.getTime() - LIFETIMES.sessionIdleHours * 3_600_000);
  return sql<Found>`with seen as (
    update session set last_seen_at = ${now} where token_hash = ${hash} and last_seen_at < ${new Date(now.getTime() - 60_000)}
      and last_seen_at > ${idle} and ended_at is null
  )
  select s.id as credential, a.id as account, a.name, a.must_change_password as must_change, ${GRANTS} as grants, null as scopes
  from session s join account a on a.id = s.account_id
  where s.token_hash = ${hash} and s.ended_at is null and s.expires_at > ${now} and s.last_seen_at > ${idle} and a.state = 'ACTIVE'`;
}

function tokenQuery(hash: string, now: Date) {
  return sql<Found>`with seen as (
    update api_token set last_used_at = ${now} where token_hash = ${hash} and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 60_000)})
  )
  select t.id as credential, a.id as account, a.name, false as must_change, ${GRANTS} as grants, to_json(t.scopes) as scopes
  from api_token t join account a on a.id = t.account_id
  where t.token_hash = ${hash} and t.revoked_at is null and t.expires_at > ${now} and a.state = 'ACTIVE'`;
}

function accountQuery(accountId: string) {
  return sql<Found>`select null as credential, a.id as account, a.name, false as must_change, ${GRANTS} as grants, null as scopes
  from account a where a.id = ${accountId} and a.state = 'ACTIVE'`;
}
