import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { phoneDigits } from '@xinghuo/shared/judging/domain/contact-match';
import { JUDGE_LIFECYCLE, JUDGE_LIMITS, type JudgeEvent } from '@xinghuo/shared/judging/domain/judge';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import { isIn } from '../../platform/access/condition.ts';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Competition, competitionAccess } from '../competition/index.ts';
import { Unit } from '../units/index.ts';
import { Judge, JudgeFormerUnit } from './judge.entity.ts';
import { judgeAccess } from './judging.access.ts';
import { reasonOf } from './reason.ts';
import { releaseAssignments } from './release-assignments.ts';
import { phoneKey } from './search-conflicts.ts';

/** What of a judge a person writes; what is absent is not looked at. */
export interface JudgeFields {
  readonly email?: string | null;
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly organisation?: string | null;
  readonly title?: string | null;
  readonly unitId?: string | null;
  readonly phone?: string | null;
  readonly formerUnitIds?: readonly string[] | null;
  readonly expertise?: readonly string[] | null;
  readonly capacity?: number | null;
  readonly availableDays?: readonly string[] | null;
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Entries in a round when nothing is said. */
export const DEFAULT_CAPACITY = 20;

/** What is wrong with the fields of a judge. */
export function judgeProblems(fields: JudgeFields): readonly Problem[] {
  const text = (path: keyof typeof JUDGE_LIMITS & keyof JudgeFields, required = false) =>
    fields[path] === undefined
      ? null
      : textProblem(path, fields[path] as string | null, { max: JUDGE_LIMITS[path], required });
  const mail = cleanText(fields.email);
  const known = new Set(fields.expertise ?? []);
  return [
    text('email', true),
    mail !== null && !MAIL.test(mail)
      ? problem('INVALID_FORMAT', 'email', { expected: 'name@example.cn' })
      : null,
    text('name', true),
    text('nameEn'),
    text('organisation'),
    text('title'),
    text('phone'),
    cleanText(fields.phone) !== null && phoneDigits(fields.phone ?? '') === null
      ? problem('INVALID_FORMAT', 'phone', { expected: '0555-1234567' })
      : null,
    (fields.formerUnitIds?.length ?? 0) > JUDGE_LIMITS.formerUnits
      ? problem('TOO_MANY', 'formerUnitIds', { max: JUDGE_LIMITS.formerUnits })
      : null,
    rangeProblem('capacity', fields.capacity, 0, JUDGE_LIMITS.capacity),
    (fields.availableDays?.length ?? 0) > JUDGE_LIMITS.availableDays
      ? problem('TOO_MANY', 'availableDays', { max: JUDGE_LIMITS.availableDays })
      : null,
    known.size < (fields.expertise?.length ?? 0) ? problem('DUPLICATE', 'expertise') : null,
    [...known].some((code) => !(code in CATEGORIES))
      ? problem('INVALID_FORMAT', 'expertise', { expected: 'CategoryCode' })
      : null,
  ].filter((found) => found !== null);
}

/** Notes a unit that does not exist and an address another judge of the edition has. */
async function noteReferences(
  tx: Tx,
  competitionId: string,
  fields: JudgeFields,
  self: string | null,
): Promise<void> {
  const email = cleanText(fields.email)?.toLowerCase() ?? null;
  const former = [...new Set(fields.formerUnitIds ?? [])];
  const [found] = await tx.query<{ unit: boolean; former: number; email: boolean }>(
    sql`select (${fields.unitId ?? null}::uuid is null or exists (select 1 from unit where id = ${fields.unitId ?? null})) as unit,
      (select count(*)::int from unit u where ${isIn(sql`u.id`, former)}) as former,
      exists (select 1 from judge where competition_id = ${competitionId} and email = ${email} and id is distinct from ${self}::uuid) as email`,
  );
  if (found?.former !== former.length) tx.note(problem('NOT_FOUND', 'formerUnitIds'));
  if (!found?.unit) tx.note(problem('NOT_FOUND', 'unitId'));
  if (found?.email) tx.note(problem('ALREADY_EXISTS', 'email', { key: email ?? '' }));
}

/** Writes the given fields onto a judge. */
export function assignJudge(tx: Tx, judge: Judge, fields: JudgeFields): void {
  if (fields.email !== undefined) judge.email = cleanText(fields.email)?.toLowerCase() ?? '';
  if (fields.name !== undefined) judge.name = cleanText(fields.name) ?? '';
  if (fields.nameEn !== undefined) judge.nameEn = cleanText(fields.nameEn);
  if (fields.organisation !== undefined) judge.organisation = cleanText(fields.organisation);
  if (fields.title !== undefined) judge.title = cleanText(fields.title);
  if (fields.unitId !== undefined)
    judge.unit = fields.unitId === null ? null : tx.em.getReference(Unit, fields.unitId, { wrapped: true });
  if (fields.phone !== undefined) judge.phoneHash = phoneKey(tx, fields.phone);
  if (fields.expertise) judge.expertise = [...fields.expertise];
  if (fields.capacity !== undefined && fields.capacity !== null) judge.capacity = fields.capacity;
  if (fields.availableDays) judge.availableDays = [...new Set(fields.availableDays)].sort();
}

/** Makes the given units those the judge worked for earlier. */
async function replaceFormerUnits(tx: Tx, judge: Judge, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  for (const known of await tx.em.find(JudgeFormerUnit, { judge: judge.id })) {
    if (!wanted.delete(known.unit.id)) tx.em.remove(known);
  }
  for (const unitId of wanted)
    tx.em.create(JudgeFormerUnit, { judge, unit: tx.em.getReference(Unit, unitId) });
}

/** Lists a judge in an edition; the edition's row is held, so that numbers are given one after the other. */
export const createJudge = useCase(
  'judgeCreate',
  async (tx, input: JudgeFields & { readonly competitionId: string }) => {
    const competition = await tx.get(Competition, competitionAccess, input.competitionId, {
      right: 'manage',
      path: 'competitionId',
    });
    if (competition.state === 'CLOSED')
      tx.refuse(problem('COMPETITION_STATE', 'competitionId', { state: competition.state }));
    tx.note(...judgeProblems({ ...input, email: input.email ?? null, name: input.name ?? null }));
    await noteReferences(tx, competition.id, input, null);
    tx.settle();
    const [last] = await tx.query<{ number: number }>(
      sql`select coalesce(max(number), 0) as number from judge where competition_id = ${competition.id}`,
    );
    const judge = tx.em.create(Judge, {
      competition,
      number: Number(last?.number ?? 0) + 1,
      email: '',
      name: '',
      expertise: [],
      capacity: DEFAULT_CAPACITY,
      availableDays: [],
    });
    assignJudge(tx, judge, input);
    await tx.em.flush();
    if (input.formerUnitIds) await replaceFormerUnits(tx, judge, input.formerUnitIds);
    tx.subject = { type: 'Judge', id: judge.id };
    return { judge: judge.id };
  },
);

/** Changes a judge. The address is fixed once an account hangs on it. */
export const updateJudge = useCase(
  'judgeUpdate',
  async (tx, input: JudgeFields & { readonly id: string; readonly version: number }) => {
    const judge = await tx.get(Judge, judgeAccess, input.id, { right: 'manage', version: input.version });
    tx.note(...judgeProblems(input));
    const email = cleanText(input.email)?.toLowerCase();
    if (judge.account && email !== undefined && email !== judge.email)
      tx.note(problem('IN_USE', 'email', { by: 'account' }));
    await noteReferences(tx, judge.competition.id, input, judge.id);
    tx.settle();
    assignJudge(tx, judge, input);
    if (input.formerUnitIds) await replaceFormerUnits(tx, judge, input.formerUnitIds);
    return { judge: judge.id };
  },
);

interface JudgeStep {
  readonly id: string;
  readonly version: number;
}

async function step(tx: Tx, event: JudgeEvent, input: JudgeStep): Promise<Judge> {
  const judge = await tx.get(Judge, judgeAccess, input.id, { right: 'manage', version: input.version });
  judge.state = transitionTo(tx, JUDGE_LIFECYCLE, event, judge.state);
  return judge;
}

/** Confirms a judge by hand. */
export const activateJudge = useCase('judgeActivate', async (tx, input: JudgeStep) => {
  return { judge: (await step(tx, 'activate', input)).id };
});

/** A judge who left comes back; entries are assigned anew. */
export const reinstateJudge = useCase('judgeReinstate', async (tx, input: JudgeStep) => {
  return { judge: (await step(tx, 'reinstate', input)).id };
});

/** A judge leaves: what is not submitted is freed, and replacements are proposed as after a recusal. */
export const withdrawJudge = useCase(
  'judgeWithdraw',
  async (tx, input: JudgeStep & { readonly reason: string }) => {
    const judge = await step(tx, 'withdraw', input);
    const reason = reasonOf(tx, input.reason);
    tx.settle();
    const rounds = await tx.query<{ id: string }>(
      sql`select distinct a.round_id as id from assignment a join score_sheet s on s.assignment_id = a.id where a.judge_id = ${judge.id} and a.live and s.state in ('ASSIGNED', 'DRAFT')`,
    );
    await releaseAssignments(tx, sql`a.judge_id = ${judge.id}`, reason);
    for (const { id } of rounds) await tx.enqueue('judging.replace', { roundId: id });
    return { judge: judge.id };
  },
);
