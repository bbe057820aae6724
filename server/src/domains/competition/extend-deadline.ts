import { problem } from '@xinghuo/shared/kernel/problem';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from '../identity/index.ts';
import { competitionAccess, roundAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { DeadlineExtension } from './deadline-extension.entity.ts';
import { entriesDeadline, entryDeadline, roundDeadline } from './deadlines.ts';
import { entryAccess } from './entry.access.ts';
import { Entry } from './entry.entity.ts';
import { rowIn } from './entry.rules.ts';
import { Round } from './round.entity.ts';
import { COMPETITION_CHANGED } from './step-competition.ts';

interface Input {
  readonly competitionId: string;
  readonly entryId?: string | null;
  readonly roundId?: string | null;
  readonly judgeId?: string | null;
  readonly until: Date;
  readonly reason: string;
}

/** Moves a deadline back and records for whom, until when, by whom and why. */
export const extendDeadline = useCase('deadlineExtend', async (tx, input: Input) => {
  const competition = await tx.get(Competition, competitionAccess, input.competitionId, { right: 'manage' });
  tx.note(textProblem('reason', input.reason, { max: 500, required: true }));
  if (input.entryId && input.roundId)
    tx.note(problem('INVALID_FORMAT', 'roundId', { expected: 'entryId or roundId' }));
  if (input.judgeId && !input.roundId) tx.note(problem('REQUIRED', 'roundId'));
  tx.settle();
  const entry = input.entryId ? await ownEntry(tx, competition, input.entryId) : null;
  const round = input.roundId ? await ownRound(tx, competition, input.roundId) : null;
  if (input.judgeId) await ownJudge(tx, competition, input.judgeId);
  if (!round && competition.state !== 'OPEN' && competition.state !== 'SCREENING') {
    tx.refuse(problem('COMPETITION_STATE', [], { state: competition.state }));
  }
  const deadline = await present(tx, entry, round, competition, input.judgeId ?? null);
  const latest = deadline && deadline > tx.now ? deadline : tx.now;
  if (input.until <= latest)
    tx.refuse(problem('DEADLINE_NOT_LATER', 'until', { deadline: latest.toISOString() }));
  tx.em.create(DeadlineExtension, {
    competition,
    entry,
    round,
    judgeId: input.judgeId ?? null,
    until: input.until,
    reason: input.reason.trim(),
    createdBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
    createdAt: tx.now,
  });
  tx.reason = input.reason.trim();
  await tx.publish(COMPETITION_CHANGED, { competitionId: competition.id });
  return { competition: competition.id };
});

async function ownEntry(tx: Tx, competition: Competition, id: string): Promise<Entry> {
  const entry = await tx.get(Entry, entryAccess, id, { right: 'screen', path: 'entryId' });
  if (entry.competition.id !== competition.id) tx.refuse(problem('NOT_FOUND', 'entryId'));
  if (entry.state !== 'DRAFT' && entry.state !== 'RETURNED')
    tx.refuse(problem('ENTRY_NOT_EDITABLE', 'entryId', { state: entry.state }));
  return entry;
}

async function ownRound(tx: Tx, competition: Competition, id: string): Promise<Round> {
  const round = await tx.get(Round, roundAccess, id, { right: 'manage', path: 'roundId' });
  if (round.competition.id !== competition.id) tx.refuse(problem('NOT_FOUND', 'roundId'));
  if (round.state === 'LOCKED') tx.refuse(problem('ROUND_STARTED', 'roundId', { state: round.state }));
  return round;
}

/** Judges belong to a later domain; only their table is asked. */
async function ownJudge(tx: Tx, competition: Competition, id: string): Promise<void> {
  const [judge] = await tx.query(
    sql`select 1 from judge where id = ${id}::uuid and competition_id = ${competition.id}`,
  );
  if (!judge) tx.refuse(problem('NOT_FOUND', 'judgeId'));
}

async function present(
  tx: Tx,
  entry: Entry | null,
  round: Round | null,
  competition: Competition,
  judgeId: string | null,
): Promise<Date | null> {
  const question: Sql = entry
    ? sql`select ${entryDeadline(rowIn(tx, Entry))} as deadline from entry t0 where t0.id = ${entry.id}`
    : round
      ? sql`select ${roundDeadline(sql`t0.id`, sql`t0.closes_at`, sql`${judgeId}::uuid`)} as deadline from round t0 where t0.id = ${round.id}`
      : sql`select ${entriesDeadline(sql`t0.id`, sql`t0.entries_close_at`)} as deadline from competition t0 where t0.id = ${competition.id}`;
  const [answer] = await tx.query<{ deadline: string | null }>(question);
  return answer?.deadline ? new Date(answer.deadline) : null;
}
