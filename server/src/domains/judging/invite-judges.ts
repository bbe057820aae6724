import { ref } from '@mikro-orm/core';
import { JUDGE_LIFECYCLE } from '@xinghuo/shared/judging/domain/judge';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account, inviteAccount, onRolesGiven } from '../identity/index.ts';
import { Judge } from './judge.entity.ts';
import { judgeAccess } from './judging.access.ts';

const MOST = 200;

/** The account that holds the address and the role already and can sign in: it needs no invitation. */
async function readyAccount(tx: Tx, judge: Judge): Promise<string | null> {
  const [found] = await tx.query<{ id: string }>(
    sql`select a.id from account a join role_grant g on g.account_id = a.id and g.role = 'JUDGE' and g.scope_id = ${judge.competition.id}
      where a.email = ${judge.email} and a.state = 'ACTIVE' and a.password_hash is not null`,
  );
  return found?.id ?? null;
}

/** Sends judges their invitations, or again; who can sign in already is in office at once. All or none. */
export const inviteJudges = useCase(
  'judgesInvite',
  async (tx, input: { readonly ids: readonly string[] }) => {
    if (input.ids.length > MOST) tx.refuse(problem('TOO_MANY', 'ids', { max: MOST }));
    for (const [i, id] of input.ids.entries()) {
      const judge = await tx.get(Judge, judgeAccess, id, { right: 'manage', path: `ids.${i}` });
      judge.state = transitionTo(tx, JUDGE_LIFECYCLE, 'invite', judge.state);
      const ready = await readyAccount(tx, judge);
      if (ready) {
        judge.account = ref(Account, ready);
        judge.state = 'ACTIVE';
      } else {
        const grants = [{ role: 'JUDGE', scope: 'COMPETITION', scopeId: judge.competition.id }] as const;
        const { accountId } = await inviteAccount(tx, { email: judge.email, name: judge.name, grants });
        judge.account = ref(Account, accountId);
        judge.invitedAt = tx.now;
      }
    }
    return { judges: [...input.ids] };
  },
);

/** Whoever comes to hold the role, by an accepted invitation or by hand, takes office as the judge of that address. */
onRolesGiven(async (tx, account, grants) => {
  for (const { role, scopeId } of grants) {
    if (role !== 'JUDGE' || scopeId === null) continue;
    const [waiting] = await tx.query<{ id: string }>(
      sql`select id from judge where competition_id = ${scopeId} and state = 'INVITED' and (account_id = ${account.id} or email = ${account.email}) for update`,
    );
    if (!waiting) continue;
    await tx.execute(
      sql`update judge set account_id = ${account.id}, state = 'ACTIVE', version = version + 1, updated_at = ${tx.now} where id = ${waiting.id}`,
      {
        type: 'Judge',
        id: waiting.id,
        kind: 'update',
        before: { state: 'INVITED' },
        after: { state: 'ACTIVE', account: account.id },
      },
    );
  }
});
