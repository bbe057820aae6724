import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import { useCase } from '../../platform/write/use-case.ts';
import { Entry, entryAccess, Round, roundAccess } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { judgedInRound } from './fingerprints.ts';
import { anchorAccess } from './practice.access.ts';
import { Anchor } from './practice.entity.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** Makes an entry an anchor, or says anew how many judges mark it; the next plan gives it its judges. */
export const setAnchor = useCase(
  'anchorSet',
  async (
    tx,
    input: { readonly roundId: string; readonly entryId: string; readonly judges?: number | null },
  ) => {
    const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
    if (round.state === 'LOCKED') tx.refuse(problem('ROUND_LOCKED', 'roundId'));
    const entry = await tx.get(Entry, entryAccess, input.entryId, { path: 'entryId', lock: 'none' });
    const [judged] = await tx.query<{ judged: boolean }>(
      sql`select ${judgedInRound(sql`e`, sql`r`)} as judged from entry e, round r where e.id = ${entry.id} and r.id = ${round.id}`,
    );
    if (!judged?.judged)
      tx.note(problem('ENTRY_NOT_IN_ROUND', 'entryId', { entry: entry.id, state: entry.state }));
    tx.note(rangeProblem('judges', input.judges, 2, 1000));
    tx.settle();
    const anchor =
      (await tx.em.findOne(Anchor, { round: round.id, entry: entry.id })) ??
      tx.em.create(Anchor, {
        round,
        entry,
        createdAt: tx.now,
        createdBy: tx.em.getReference(Account, tx.accountId),
      });
    anchor.judges = input.judges ?? null;
    await tx.em.flush();
    await tx.publish(JUDGING_CHANGED, { roundId: round.id });
    return { anchor: anchor.id };
  },
);

/** The entry is an ordinary one again; what judges gave it stays and counts. */
export const removeAnchor = useCase('anchorRemove', async (tx, input: { readonly id: string }) => {
  const anchor = await tx.get(Anchor, anchorAccess, input.id, { right: 'manage' });
  tx.em.remove(anchor);
  await tx.publish(JUDGING_CHANGED, { roundId: anchor.round.id });
  return { anchor: null };
});
