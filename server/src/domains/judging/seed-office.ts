import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { extendDeadline } from '../competition/index.ts';
import { addAssignment } from './change-assignments.ts';
import { removeConflict } from './change-conflicts.ts';
import { reopenSheet } from './reopen-sheet.ts';
import type { SeedEdition, SeedRound } from './seed-facts.ts';
import { setPanel } from './set-panel.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Categories, by their place, whose panel for the final is chosen already, and how many judges sit on one. */
const PANELS = [0, 1, 2, 3] as const;
const PANEL = 7;

const recuse = useCase(
  'recusalsSeed',
  async (tx, { round, reasons }: { readonly round: string; readonly reasons: readonly string[] }) => {
    const found = await tx.query<{ sheet: string; assignment: string; judge: string; entry: string }>(
      sql`select s.id as sheet, a.id as assignment, s.judge_id as judge, s.entry_id as entry from score_sheet s join assignment a on a.id = s.assignment_id
      join judge j on j.id = s.judge_id join entry e on e.id = s.entry_id where s.round_id = ${round} and s.state = 'ASSIGNED' and j.number % 13 = 4 and not exists (select 1 from anchor n where n.round_id = s.round_id and n.entry_id = s.entry_id) order by j.number, e.number`,
    );
    const chosen = [...Map.groupBy(found, ({ judge }) => judge).values()]
      .flatMap((own) => own.slice(0, 1))
      .slice(0, reasons.length);
    for (const [i, { sheet, assignment, judge, entry }] of chosen.entries()) {
      const reason = reasons[i] ?? '';
      await tx.execute(
        sql`update score_sheet set state = 'RECUSED', recused_reason = ${reason}, version = 2, updated_at = ${tx.now} where id = ${sheet}`,
        {
          type: 'ScoreSheet',
          id: sheet,
          kind: 'update',
          after: { state: 'RECUSED' },
        },
      );
      await tx.execute(
        sql`update assignment set live = false, version = 2, updated_at = ${tx.now} where id = ${assignment}`,
        {
          type: 'Assignment',
          id: assignment,
          kind: 'update',
          after: { live: false },
        },
      );
      await tx.execute(
        sql`insert into conflict (id, judge_id, entry_id, source, reason, created_at) values (${uuidv7()}, ${judge}, ${entry}, 'DECLARED', ${reason}, ${tx.now})`,
        { type: 'Conflict', id: entry, kind: 'create', after: { judge, entry, source: 'DECLARED' } },
      );
    }
    return { freed: chosen.map(({ entry }) => entry) };
  },
);

/** One conflict that was found proves not to hold, and stays on record with its reason. */
export async function withdrawConflict(run: SeedRun, edition: SeedEdition): Promise<void> {
  const [found] = await run.read<{ id: string }>(
    sql`select c.id from conflict c join judge j on j.id = c.judge_id join entry e on e.id = c.entry_id where j.competition_id = ${edition.id} and c.source = 'FOUND' order by j.number, e.number limit 1`,
  );
  if (!found) return;
  const reason =
    '经核实，评委登记的是两年前的挂靠单位，现已不再任职，与该队伍没有人事和经费往来，不构成回避情形。';
  await run.run(removeConflict, { id: found.id, reason }, { at: edition.beforeReview });
}

/** Two judges recuse themselves; one of them is replaced, the other entry still waits for a judge. */
async function seedRecusals(run: SeedRun, round: SeedRound, now: Date): Promise<void> {
  const { conflicts } = await givenDocument<{
    readonly conflicts: readonly { readonly kind: string; readonly reason: string }[];
  }>('remarks.json');
  const reasons = conflicts
    .filter(({ kind }) => kind === 'ADVISER' || kind === 'MENTOR')
    .map(({ reason }) => reason);
  const { freed } = await run.run(
    recuse,
    { round: round.id, reasons },
    { at: new Date(now.getTime() - DAY - HOUR) },
  );
  const [entryId] = freed;
  if (!entryId) return;
  const [judge] = await run.read<{ id: string }>(
    sql`select j.id from judge j join entry e on e.competition_id = j.competition_id and e.id = ${entryId} join category c on c.id = e.category_id
      where c.code = any(j.expertise) and not exists (select 1 from conflict x where x.judge_id = j.id and x.entry_id = e.id)
        and not exists (select 1 from assignment a where a.judge_id = j.id and a.entry_id = e.id and a.round_id = ${round.id})
      order by (select count(*) from assignment a where a.judge_id = j.id and a.round_id = ${round.id} and a.live), j.number limit 1`,
  );
  if (judge)
    await run.run(
      addAssignment,
      { roundId: round.id, entryId, judgeId: judge.id },
      { at: new Date(now.getTime() - 3 * HOUR) },
    );
}

/** What the office did while the round went on: recusals, more time for one judge, a sheet given back, panels of the final. */
export async function seedOffice(
  run: SeedRun,
  edition: SeedEdition,
  round: SeedRound,
  now: Date,
): Promise<void> {
  await seedRecusals(run, round, now);
  const late = await run.read<{ id: string }>(
    sql`select j.id from judge j where j.competition_id = ${edition.id} order by (select count(*) from score_sheet s where s.judge_id = j.id and s.state in ('SUBMITTED', 'DRAFT')), j.number desc limit 1`,
  );
  for (const { id: judgeId } of late) {
    const until = new Date(round.closesAt.getTime() + 3 * DAY);
    const reason = '评委因手术住院，本人书面申请，经大赛办公室核实，同意评分截止时间顺延三天。';
    await run.run(
      extendDeadline,
      { competitionId: edition.id, roundId: round.id, judgeId, until, reason },
      { at: now },
    );
  }
  const given = await run.read<{ id: string; version: number }>(
    sql`select id, version from score_sheet where round_id = ${round.id} and state = 'SUBMITTED' order by submitted_at desc, id limit 1`,
  );
  for (const { id, version } of given)
    await run.run(
      reopenSheet,
      { id, version, reason: '评委来电说明把相邻两份材料看混，申请退回重评；经核对确未锁定，同意退回。' },
      { at: now },
    );
  const final = edition.rounds[1];
  if (final) await seedPanels(run, edition, final, now);
}

/** Judges who know a category, the same number on each panel. */
async function seedPanels(run: SeedRun, edition: SeedEdition, final: SeedRound, now: Date): Promise<void> {
  const panels = await run.read<{ category: string; judges: readonly string[] }>(
    sql`select c.id as category, array(select j.id::text from judge j where j.competition_id = c.competition_id and c.code = any(j.expertise) order by j.number limit ${PANEL}) as judges
      from category c where c.competition_id = ${edition.id} order by c.position`,
  );
  for (const place of PANELS) {
    const panel = panels[place];
    if (panel)
      await run.run(
        setPanel,
        { roundId: final.id, categoryId: panel.category, judgeIds: panel.judges },
        { at: now },
      );
  }
}
