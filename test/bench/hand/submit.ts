import { randomUUID } from 'node:crypto';
import { markProblem, sheetRules } from '@xinghuo/shared/judging/domain/score-sheet';
import { toFixed } from '@xinghuo/shared/judging/scoring/ratio';
import { sheetTotals } from '@xinghuo/shared/judging/scoring/sheet-total';
import type pg from 'pg';
import { runOn } from './reads.ts';

/** What a judge sends. */
export interface Submission {
  readonly id: string;
  readonly version: number;
  readonly marks: readonly {
    readonly criterionId: string;
    readonly value: string;
    readonly comment: string;
  }[];
  readonly remark: string;
  readonly secondsSpent: number;
}

interface Loaded {
  readonly version: number;
  readonly state: string;
  readonly round_id: string;
  readonly round_state: string;
  readonly opens_at: Date | null;
  readonly deadline: Date | null;
  readonly remark_minimum: number;
  readonly criteria: readonly {
    readonly id: string;
    readonly weight: string;
    readonly max: string;
    readonly step: string;
    readonly value: string | null;
  }[];
}

/** The sheet with the right to it and all that decides about the step, its row held until the commit. */
const LOAD = `select s.version, s.state, s.round_id, r.state as round_state, r.opens_at, r.remark_minimum,
  greatest(r.closes_at, (select max(x.until) from deadline_extension x where x.round_id = r.id and (x.judge_id is null or x.judge_id = s.judge_id))) as deadline,
  (select json_agg(json_build_object('id', c.id, 'weight', c.weight::text, 'max', c.max::text, 'step', c.step::text, 'value', m.value::text) order by c.position) from criterion c left join mark m on m.criterion_id = c.id and m.sheet_id = s.id where c.round_id = s.round_id) as criteria
  from score_sheet s join judge j on j.id = s.judge_id join round r on r.id = s.round_id
  where s.id = $1 and j.account_id = $2 and r.state <> 'PLANNED' for update of s`;
const MARKS = `insert into mark (id, sheet_id, criterion_id, value, comment)
  select uuidv7(), $1, x."criterionId", x.value, x.comment from jsonb_to_recordset($2::jsonb) as x("criterionId" uuid, value numeric, comment text)
  on conflict (sheet_id, criterion_id) do update set value = excluded.value, comment = excluded.comment`;
const SHEET = `update score_sheet set state = 'SUBMITTED', remark = $2, total = $3, submitted_at = $4, seconds_spent = seconds_spent + $5, started_at = coalesce(started_at, $4), updated_at = $4, version = version + 1 where id = $1`;
const AUDIT = `with logged as (insert into benchmark_audit_event (id, at, account_id, actor, via, operation, subject_type, subject_id, request_id, changes) values ($1, $2, $3, $4, 'session', 'scoreSheetSubmit', 'ScoreSheet', $5, $6, $7))
  select pg_notify('xinghuo', $8)`;
const ANSWER = `select s.id, s.state, s.total, s.version, s.submitted_at, s.remark,
  (select coalesce(json_agg(json_build_object('criterionId', m.criterion_id, 'value', m.value::text, 'comment', m.comment) order by c.position), '[]'::json) from mark m join criterion c on c.id = m.criterion_id where m.sheet_id = s.id) as marks
  from score_sheet s join judge j on j.id = s.judge_id where s.id = $1 and j.account_id = $2`;

const refused = (...codes: readonly string[]) => ({
  scoreSheetSubmit: { scoreSheet: null, problems: codes.map((code) => ({ code })) },
});

/** Submits a sheet: right, version, rules, marks, total, audit, notification and answer, as the product does. */
export async function submitSheet(pool: pg.Pool, accountId: string, requestId: string, input: Submission) {
  const client = await pool.connect();
  try {
    const refusal = await inTransaction(client, () => write(client, accountId, requestId, input));
    if (refusal) return refusal;
    const [row] = await runOn(client)('answer', ANSWER, [input.id, accountId]);
    if (!row) return refused('NOT_FOUND');
    const { id, state, total, version, submitted_at: submittedAt, remark, marks } = row;
    return {
      scoreSheetSubmit: {
        scoreSheet: { id, state, total, version, submittedAt, remark, marks },
        problems: [],
      },
    };
  } finally {
    client.release();
  }
}

async function inTransaction<T>(client: pg.PoolClient, body: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const value = await body();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function write(client: pg.PoolClient, accountId: string, requestId: string, input: Submission) {
  const now = new Date();
  const { rows } = await client.query<Loaded>({ name: 'load', text: LOAD, values: [input.id, accountId] });
  const [sheet] = rows;
  if (!sheet) return refused('NOT_FOUND');
  if (sheet.version !== input.version) return refused('STALE_VERSION');
  const scales = new Map(sheet.criteria.map((criterion) => [criterion.id, criterion]));
  const marks = new Map(sheet.criteria.map(({ id, value }) => [id, value]));
  for (const { criterionId, value } of input.marks) {
    const scale = scales.get(criterionId);
    const problem = scale ? markProblem('marks', value, scale) : { code: 'NOT_FOUND' };
    if (problem) return refused(problem.code);
    marks.set(criterionId, value);
  }
  const given = [...marks].flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]));
  const problems = sheetRules('submit', {
    practiceLeft: 0,
    slot: null,
    roundState: sheet.round_state,
    opensAt: sheet.opens_at,
    deadline: sheet.deadline,
    now,
    criteria: scales.size,
    marked: given.length,
    remarkLength: [...input.remark.trim()].length,
    remarkMinimum: sheet.remark_minimum,
  });
  if (problems.length > 0) return refused(...problems.map((problem) => problem.code));
  const [ratio] = sheetTotals(sheet.criteria, [{ judge: '', entry: '', marks: Object.fromEntries(given) }]);
  if (!ratio) throw new Error('one sheet has one total');
  const total = toFixed(ratio, 4);
  await runOn(client)('marks', MARKS, [input.id, JSON.stringify(input.marks)]);
  await runOn(client)('sheet', SHEET, [input.id, input.remark, total, now, input.secondsSpent]);
  const changes = [
    { type: 'Mark', id: input.id, kind: 'update', after: { marks: input.marks } },
    {
      type: 'ScoreSheet',
      id: input.id,
      kind: 'update',
      before: { state: sheet.state, total: null },
      after: { state: 'SUBMITTED', total, submittedAt: now, remark: input.remark },
    },
  ];
  const message = { topic: 'judging.changed', payload: { roundId: sheet.round_id } };
  await runOn(client)('audit', AUDIT, [
    randomUUID(),
    now,
    accountId,
    'judge',
    input.id,
    requestId,
    JSON.stringify(changes),
    JSON.stringify(message),
  ]);
  return null;
}
