import { sql } from 'kysely';
import { GENESIS, linkHash } from '../../platform/audit/seal.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import { auditEventList } from './audit.list.ts';
import { auditSealRead } from './audit.read.ts';
import type { AuditChainType, AuditSealType } from './audit.types.ts';

/** Links recomputed in one request, and read in one statement. */
const STRETCH = 20_000;
const BATCH = 1_000;

const LINK = fixedSelection('position hash content');
const HEAD = fixedSelection('position hash');
const COUNT = fixedSelection('totalCount');

interface Link {
  readonly position: number;
  readonly hash: string;
  readonly content: readonly (string | null)[] | null;
}

/**
 * Recomputes a stretch of the chain behind a position: each hash from the one before it and the event as it is stored,
 * so that a changed, missing, added or reordered event shows. The link at the position itself is taken as it stands.
 */
export async function checkChain(context: RequestContext, from: number): Promise<AuditChainType> {
  // Counted ahead of the links: events that join the chain meanwhile are then told as waiting, never left out of both.
  const unsealed = await context.list(COUNT, auditEventList, { first: 1, filter: { sealed: { eq: false } } });
  const head = await headOf(context);
  const links = head?.position ?? 0;
  let previous = from === 0 ? GENESIS : await hashAt(context, from);
  let to = from;
  let brokenAt: number | null = previous === null ? from : null;
  while (previous !== null && to - from < STRETCH) {
    const batch = await linksBehind(context, to);
    for (const link of batch) {
      const expected: string | null = expectedHash(previous, link);
      if (link.position !== to + 1 || link.hash !== expected) {
        brokenAt = to + 1;
        break;
      }
      previous = link.hash;
      to = link.position;
    }
    if (brokenAt !== null || batch.length < BATCH) break;
  }
  const complete = brokenAt === null && to >= links;
  return { links, head, from, to, complete, brokenAt, unsealed: unsealed.totalCount ?? 0 };
}

async function linksBehind(context: RequestContext, position: number): Promise<readonly Link[]> {
  const rows = await context.many(LINK, auditSealRead, {
    where: (row) => sql<boolean>`${row.col('position')} > ${position}`,
    order: (row) => sql`${row.col('position')}`,
    limit: BATCH,
  });
  return rows.map(({ position: at, hash, content }) => ({
    position: Number(at),
    hash: String(hash),
    content: Array.isArray(content) ? (content as Link['content']) : null,
  }));
}

async function headOf(context: RequestContext): Promise<AuditSealType | null> {
  const [head] = await context.many(HEAD, auditSealRead, {
    order: (row) => sql`${row.col('position')} desc`,
    limit: 1,
  });
  return head ? { position: Number(head.position), hash: String(head.hash) } : null;
}

async function hashAt(context: RequestContext, position: number): Promise<string | null> {
  const link = await context.one(
    HEAD,
    auditSealRead,
    (row) => sql<boolean>`${row.col('position')} = ${position}`,
  );
  return link ? String(link.hash) : null;
}

function expectedHash(previous: string, { content }: Link): string | null {
  if (!content) return null;
  const text = (index: number): string => content[index] ?? '';
  const optional = (index: number): string | null => content[index] ?? null;
  return linkHash(previous, {
    id: text(0),
    at: text(1),
    account_id: optional(2),
    actor: text(3),
    via: text(4),
    operation: text(5),
    subject_type: optional(6),
    subject_id: optional(7),
    reason: optional(8),
    request_id: optional(9),
    changes: text(10),
  });
}
