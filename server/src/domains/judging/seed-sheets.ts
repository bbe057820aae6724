import { random } from '@xinghuo/shared/judging/random';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import type { SeedRound } from './seed-facts.ts';
import type { SeedJudge } from './seed-judges.ts';
import { makeMarks, type Remarks, type SeedMarks } from './seed-marks.ts';

interface Held {
  readonly sheet: string;
  readonly assignment: string;
  readonly entry: string;
  readonly number: string;
  readonly judge: string;
  readonly place: number;
}

interface Written extends SeedMarks {
  readonly sheet: string;
  readonly startedAt: Date;
  /** The judge's how-manieth sheet, from 1. */
  readonly order: number;
  /** Null for a draft. */
  readonly submittedAt: Date | null;
}

/** How much of a round the demonstration shows. */
export interface SeedProgress {
  /** Share of each judge's sheets that are in, 0 … 1. */
  readonly share: (judge: number) => number;
  /** Judges, by their place in the list, who have one more sheet begun. */
  readonly drafts: (judge: number) => boolean;
  /** The window in which the judges worked. */
  readonly from: Date;
  readonly to: Date;
  readonly lock: boolean;
  /** In a presentation round, when the marks of each entry were locked: they came in during the minute before. */
  readonly turns?: ReadonlyMap<string, Date>;
}

const store = useCase(
  'scoreSheetsSeed',
  async (
    tx,
    {
      round,
      written,
      lock,
    }: { readonly round: string; readonly written: readonly Written[]; readonly lock: boolean },
  ) => {
    await storeMarks(tx, round, written);
    const given = JSON.stringify(
      written.map(({ sheet, remark, released, total, seconds, startedAt, order, submittedAt }) => ({
        sheet,
        remark,
        released,
        total,
        seconds,
        startedAt,
        order,
        submittedAt,
      })),
    );
    const rows = sql`jsonb_to_recordset(${given}::jsonb) as g(sheet uuid, remark text, released boolean, total numeric, seconds int, "startedAt" timestamptz, "order" int, "submittedAt" timestamptz)`;
    await tx.execute(
      sql`update score_sheet s set state = case when g."submittedAt" is null then 'DRAFT' else 'SUBMITTED' end, remark = g.remark, remark_released = g.released, seconds_spent = g.seconds,
          total = case when g."submittedAt" is null then null else g.total end, started_at = g."startedAt", opened_order = g."order", submitted_at = g."submittedAt",
          updated_at = coalesce(g."submittedAt", g."startedAt"), version = 2
        from ${rows} where s.id = g.sheet`,
      { type: 'ScoreSheet', id: round, kind: 'update', after: { sheets: written.length } },
    );
    if (lock) {
      await tx.execute(
        sql`update score_sheet set state = 'LOCKED', version = version + 1 where round_id = ${round} and state = 'SUBMITTED'`,
        {
          type: 'ScoreSheet',
          id: round,
          kind: 'update',
          after: { state: 'LOCKED' },
        },
      );
    }
    return { stored: written.length };
  },
);

async function storeMarks(tx: Tx, round: string, written: readonly Written[]): Promise<void> {
  const rows = written.flatMap(({ sheet, marks, submittedAt }) =>
    // A draft has its first marks only.
    (submittedAt ? marks : marks.slice(0, 3)).map((mark) => ({ ...mark, id: uuidv7(), sheet })),
  );
  await tx.execute(
    sql`insert into mark (id, sheet_id, criterion_id, value, comment)
      select g.id, g.sheet, g.criterion, g.value, g.comment from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, sheet uuid, criterion uuid, value numeric, comment text)`,
    { type: 'Mark', id: round, kind: 'create', after: { marks: rows.length } },
  );
}

/** Working hours of a judge: evenings and weekends count too, nights do not. */
function workingInstant(from: Date, to: Date, share: number, next: () => number): Date {
  const span = to.getTime() - from.getTime();
  const at = new Date(from.getTime() + span * share);
  const minutes = 60 + Math.floor(next() * 13 * 60);
  at.setUTCHours(0, minutes, Math.floor(next() * 60), 0);
  return at > to ? to : at < from ? new Date(from.getTime() + minutes * 1000) : at;
}

/** Fills in the sheets of a round that is assigned: each judge works down the own order. */
export async function seedSheets(
  run: SeedRun,
  round: SeedRound,
  judges: readonly SeedJudge[],
  progress: SeedProgress,
): Promise<number> {
  const remarks = await givenDocument<Remarks>('remarks.json');
  const held = await run.read<Held>(
    sql`select s.id as sheet, a.id as assignment, e.id as entry, e.number, a.judge_id as judge, row_number() over (partition by a.judge_id order by a.position)::int as place
      from assignment a join score_sheet s on s.assignment_id = a.id join entry e on e.id = a.entry_id where a.round_id = ${round.id} and a.live order by a.judge_id, a.position`,
  );
  const written: Written[] = [];
  for (const [index, judge] of judges.entries()) {
    const turnOf = (sheet: Held): Date | undefined => progress.turns?.get(sheet.entry);
    const own = held
      .filter((sheet) => sheet.judge === judge.id)
      .sort((a, b) => (turnOf(a)?.getTime() ?? a.place) - (turnOf(b)?.getTime() ?? b.place));
    const done = Math.round(own.length * progress.share(index));
    const begun = Math.min(own.length, done + (progress.drafts(index) ? 1 : 0));
    const next = random(index * 7919 + round.criteria.length);
    for (const [i, sheet] of own.slice(0, begun).entries()) {
      const marks = makeMarks(
        `${sheet.number} ${index} ${round.criteria[0]?.code}`,
        { seed: sheet.number },
        judge,
        round,
        remarks,
      );
      const locked = turnOf(sheet);
      const at = locked
        ? new Date(locked.getTime() - Math.floor(60 * next() + 2) * 1000)
        : workingInstant(progress.from, progress.to, (i + 0.3 + 0.6 * next()) / Math.max(1, begun), next);
      const seconds = locked ? Math.round(marks.seconds / 3) : marks.seconds;
      written.push({
        ...marks,
        seconds,
        sheet: sheet.sheet,
        startedAt: new Date(at.getTime() - seconds * 1000),
        order: i + 1,
        submittedAt: i < done ? at : null,
      });
    }
  }
  await run.run(store, { round: round.id, written, lock: progress.lock }, { at: progress.to });
  return written.length;
}
