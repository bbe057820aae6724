import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { InTransaction } from '../write/writer.ts';

interface EventRow {
  readonly id: string;
  readonly at: string;
  readonly account_id: string | null;
  readonly actor: string;
  readonly via: string;
  readonly operation: string;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly reason: string | null;
  readonly request_id: string | null;
  /** As the database writes jsonb: a canonical text for equal content. */
  readonly changes: string;
}

const COLUMNS = sql.raw(
  `e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, e.account_id, e.actor, e.via, e.operation, e.subject_type, e.subject_id, e.reason, e.request_id, e.changes::text as changes`,
);

/** The first link's predecessor. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the previous hash and every field of the event, length-framed so that no two contents share a text. */
export function linkHash(previous: string, event: EventRow): string {
  const hash = createHash('sha256').update(previous);
  for (const value of [
    event.id,
    event.at,
    event.account_id,
    event.actor,
    event.via,
    event.operation,
    event.subject_type,
    event.subject_id,
    event.reason,
    event.request_id,
    event.changes,
  ]) {
    hash.update(value === null ? '-' : `${Buffer.byteLength(value)}:${value}`);
  }
  return hash.digest('hex');
}

const BATCH = 500;

/** The first id that an event made at this instant or later can have: those of version 7 begin with the time. */
const firstIdOf = (instant: Date): string => uuidv7({ msecs: instant.getTime(), random: new Uint8Array(16) });

/** Which events to chain: the named ones, or those made since an instant, or (null) the whole log. */
export type Unsealed = { readonly ids: readonly string[] } | { readonly since: Date | null };

/**
 * Chains events that have no link yet, oldest first, one instance at a time; returns how many. What is named is found by
 * its key, so that the work does not grow with the log.
 */
export async function sealAudit(inTransaction: InTransaction, which: Unsealed): Promise<number> {
  let sealed = 0;
  if ('ids' in which) {
    for (let from = 0; from < which.ids.length; from += BATCH) {
      const named = sql<boolean>`e.id = any(${`{${which.ids.slice(from, from + BATCH).join()}}`}::uuid[])`;
      sealed += await inTransaction(({ kysely }) => sealBatch(kysely, named));
    }
    return sealed;
  }
  const made = which.since === null ? sql<boolean>`true` : sql<boolean>`e.id >= ${firstIdOf(which.since)}`;
  for (;;) {
    const count = await inTransaction(({ kysely }) => sealBatch(kysely, made));
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

async function sealBatch(db: Kysely<unknown>, which: RawBuilder<boolean>): Promise<number> {
  await sql`select pg_advisory_xact_lock(715208371)`.execute(db);
  const { rows } =
    await sql<EventRow>`select ${COLUMNS} from audit_event e where ${which} and not exists (select 1 from audit_seal s where s.event_id = e.id) order by e.at, e.id limit ${sql.raw(String(BATCH))}`.execute(
      db,
    );
  if (rows.length === 0) return 0;
  const head = await sql<{
    position: number | string;
    hash: string;
  }>`select position, hash from audit_seal order by position desc limit 1`.execute(db);
  let previous = head.rows[0]?.hash ?? GENESIS;
  let position = Number(head.rows[0]?.position ?? 0);
  const links = rows.map((event) => {
    previous = linkHash(previous, event);
    position += 1;
    return { position, event: event.id, hash: previous };
  });
  await sql`insert into audit_seal (position, event_id, hash)
    select g.position, g.event, g.hash from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as g(position bigint, event uuid, hash text) order by g.position`.execute(
    db,
  );
  return rows.length;
}

/** What a check of the chain found. */
export interface ChainReport {
  readonly links: number;
  readonly unsealed: number;
  /** The first position whose hash or order is wrong, or null when the chain is whole. */
  readonly brokenAt: number | null;
}

/** Recomputes the whole chain, page by page. */
export async function checkAuditChain(em: SqlEntityManager): Promise<ChainReport> {
  const db = em.getKysely();
  let previous = GENESIS;
  let position = 0;
  for (;;) {
    const { rows } = await sql<
      EventRow & { position: number | string; hash: string }
    >`select s.position, s.hash, ${COLUMNS} from audit_seal s join audit_event e on e.id = s.event_id where s.position > ${position} order by s.position limit 1000`.execute(
      db,
    );
    for (const row of rows) {
      const expected = linkHash(previous, row);
      if (Number(row.position) !== position + 1 || row.hash !== expected) {
        return { links: position, unsealed: 0, brokenAt: position + 1 };
      }
      previous = row.hash;
      position += 1;
    }
    if (rows.length < 1000) break;
  }
  const rest = await sql<{
    n: number;
  }>`select count(*)::int as n from audit_event e where not exists (select 1 from audit_seal s where s.event_id = e.id)`.execute(
    db,
  );
  return { links: position, unsealed: rest.rows[0]?.n ?? 0, brokenAt: null };
}
