import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Who asks, as far as the measured requests need it. */
export interface SessionAccount {
  readonly accountId: string;
  readonly roles: readonly string[];
}

const REMEMBERED_MS = 5_000;

/**
 * The session check of the product for the two other sides: one statement, remembered for as long as the product
 * remembers it. It hands out null when nobody is signed in.
 */
export function sessionCheck(pool: pg.Pool): (cookie: string | undefined) => Promise<SessionAccount | null> {
  const remembered = new Map<string, { readonly account: SessionAccount; readonly until: number }>();
  return async (cookie) => {
    const secret = /(?:^|; )xinghuo_session=([^;]+)/.exec(cookie ?? '')?.[1];
    if (!secret) return null;
    const hash = createHash('sha256').update(secret).digest('hex');
    const kept = remembered.get(hash);
    if (kept && kept.until > Date.now()) return kept.account;
    const { rows } = await pool.query<SessionAccount>({ name: 'session', text: SESSION, values: [hash] });
    const [account] = rows;
    if (!account) return null;
    remembered.set(hash, { account, until: Date.now() + REMEMBERED_MS });
    return account;
  };
}

const SESSION = `select a.id as "accountId", array(select g.role from role_grant g where g.account_id = a.id) as roles
  from session s join account a on a.id = s.account_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '12 hours' and a.state = 'ACTIVE'`;
