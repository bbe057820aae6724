import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { type MemberRole, TEAM_LIMITS } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from '../identity/index.ts';
import { teamAccess, teamMemberAccess } from './team.access.ts';
import { Team, TeamMember } from './team.entity.ts';
import { pastDayProblem, shanghaiDay } from './team.rules.ts';

/** How many members of a team are named. */
export async function namedMembers(tx: Tx, teamId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    sql`select count(*)::int as n from team_member where team_id = ${teamId} and until is null`,
  );
  return Number(row?.n ?? 0);
}

interface AddInput {
  readonly teamId: string;
  readonly name: string;
  readonly role?: MemberRole | null;
  readonly accountId?: string | null;
  readonly since?: string | null;
}

/** Adds a member. The registered number goes up when the named ones would exceed it. */
export const addMember = useCase('teamMemberAdd', async (tx, input: AddInput) => {
  const team = await tx.get(Team, teamAccess, input.teamId, { right: 'update' });
  const today = shanghaiDay(tx.now);
  tx.note(textProblem('name', input.name, { max: TEAM_LIMITS.memberName, required: true }));
  tx.note(pastDayProblem('since', input.since, today));
  if (team.state === 'ARCHIVED' || team.state === 'REJECTED') {
    tx.note(problem('STATE_NOT_ALLOWED', [], { state: team.state, event: 'memberAdd' }));
  }
  const named = await namedMembers(tx, team.id);
  if (named >= 500) tx.note(problem('TOO_MANY', [], { max: 500 }));
  const account = await memberAccount(tx, team.id, input.accountId ?? null);
  tx.settle();
  if (input.role === 'LEADER') {
    const present = await tx.em.findOne(TeamMember, { team: team.id, role: 'LEADER', until: null });
    if (present) present.role = 'MEMBER';
    // The present leader steps back first: the database knows one leader a team at any time.
    await tx.em.flush();
  }
  tx.em.create(TeamMember, {
    team,
    name: cleanText(input.name) ?? '',
    role: input.role ?? 'MEMBER',
    account,
    since: input.since ?? today,
  });
  team.memberCount = Math.max(team.memberCount, named + 1);
  return { team: team.id };
});

/** The account of a new member; only those who manage teams may name one. */
async function memberAccount(tx: Tx, teamId: string, accountId: string | null): Promise<Account | null> {
  if (accountId === null) return null;
  const may = await tx.rights(Team, teamAccess, teamId, ['manage']);
  if (!may('manage')) {
    tx.note(problem('RIGHT_MISSING', 'accountId', { event: 'memberAdd' }));
    return null;
  }
  const [found] = await tx.query<{ id: string; member: boolean }>(
    sql`select a.id, exists (select 1 from team_member m where m.account_id = a.id and m.team_id = ${teamId} and m.until is null) as member from account a where a.id = ${accountId}`,
  );
  if (!found) tx.note(problem('NOT_FOUND', 'accountId'));
  else if (found.member) tx.note(problem('TEAM_MEMBER_TWICE', 'accountId'));
  return found ? tx.em.getReference(Account, accountId) : null;
}

/** Ends a membership; it stays on record. */
export const removeMember = useCase(
  'teamMemberRemove',
  async (tx, input: { teamId: string; memberId: string }) => {
    const team = await tx.get(Team, teamAccess, input.teamId, { right: 'update' });
    const member = await tx.get(TeamMember, teamMemberAccess, input.memberId, {
      right: 'update',
      path: 'memberId',
    });
    if (member.team.id !== team.id || member.until !== null) tx.refuse(problem('NOT_FOUND', 'memberId'));
    if (member.role === 'LEADER') tx.refuse(problem('TEAM_LEADER_NEEDED', 'memberId'));
    member.until = shanghaiDay(tx.now);
    team.memberCount = Math.max(team.memberCount - 1, 0);
    return { team: team.id };
  },
);
