import { queueOrder } from '@xinghuo/shared/judging/domain/queue-order';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import type { SeedRound } from './seed-facts.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** What the order was drawn from: the same number draws it again. */
const SEED = 20_250_908;
/** Two days, an entry every twelve minutes, eight of them to present, and two more for the marks. */
const DAYS = 2;
const EVERY = 12 * MINUTE;
const ALLOWED = 480;
const GRACE = 120;

interface Turn {
  readonly id: string;
  readonly entry: string;
  readonly position: number;
  readonly used: number;
  readonly locksAt: Date;
}

const store = useCase(
  'presentationSeed',
  async (tx, { round, turns }: { readonly round: SeedRound; readonly turns: readonly Turn[] }) => {
    const id = uuidv7();
    const drawnAt = new Date(round.opensAt.getTime() - 3 * DAY);
    await tx.execute(
      sql`insert into presentation (id, created_at, updated_at, version, round_id, seed, drawn_at, published_at, seconds_allowed, grace_seconds)
        values (${id}, ${drawnAt}, ${drawnAt}, 2, ${round.id}, ${SEED}, ${drawnAt}, ${drawnAt}, ${ALLOWED}, ${GRACE})`,
      { type: 'Presentation', id, kind: 'create', after: { round: round.id, seed: SEED } },
    );
    const stored = await tx.execute(
      sql`insert into presentation_slot (id, created_at, updated_at, version, presentation_id, round_id, entry_id, position, state, seconds_allowed, seconds_used, locks_at)
        select g.id, ${drawnAt}::timestamptz, g."locksAt", 3, ${id}::uuid, ${round.id}::uuid, g.entry, g.position, 'DONE', ${ALLOWED}::int, g.used, g."locksAt"
        from jsonb_to_recordset(${JSON.stringify(turns)}::jsonb) as g(id uuid, entry uuid, position int, used int, "locksAt" timestamptz)`,
      { type: 'PresentationSlot', id, kind: 'create', after: { slots: turns.length } },
    );
    return { stored };
  },
);

/** The starting order of a final that is over, drawn and held; returns when the marks of each entry were locked. */
export async function seedPresentation(
  run: SeedRun,
  round: SeedRound,
  entries: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const order = queueOrder(SEED, entries, new Set());
  const perDay = Math.ceil(order.length / DAYS);
  const turns = order.map((entry, i): Turn => {
    const starts = round.opensAt.getTime() + Math.floor(i / perDay) * DAY + (i % perDay) * EVERY;
    // Nearly everybody uses nearly all of the time.
    const used = ALLOWED - ((i * 37) % 90);
    return {
      id: uuidv7(),
      entry,
      position: i + 1,
      used,
      locksAt: new Date(starts + (used + GRACE) * 1000),
    };
  });
  await run.run(store, { round, turns }, { at: round.opensAt });
  return new Map(turns.map(({ entry, locksAt }) => [entry, locksAt]));
}
