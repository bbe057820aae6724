import {
  OBJECTION_LIFECYCLE,
  OBJECTION_LIMITS,
  type ObjectionState,
} from '@xinghuo/shared/judging/domain/objection';
import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import { Refusal } from '../../platform/write/refusal.ts';
import { preparedUseCase, useCase } from '../../platform/write/use-case.ts';
import { Competition, competitionAccess, Entry, entryAccess } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { objectionAccess } from './judging.access.ts';
import { takeTurn } from './objection-limit.ts';
import { reasonOf } from './reason.ts';
import { Objection } from './result.entity.ts';
import { computeWithout, type Struck, strike } from './strike-sheets.ts';

interface Filed {
  readonly competitionId: string;
  readonly entryId?: string | null;
  readonly author: string;
  readonly contact: string;
  readonly text: string;
  /** Where it comes from; a keyed digest of it is counted for an hour. */
  readonly ip: string;
}

/** Files an objection during the public notice. */
export const createObjection = useCase('objectionCreate', async (tx, input: Filed) => {
  const competition = await tx.get(Competition, competitionAccess, input.competitionId, {
    path: 'competitionId',
    lock: 'share',
  });
  const ended = competition.publicityEndsAt && competition.publicityEndsAt <= tx.now;
  if (competition.state !== 'PUBLICISED' || ended)
    tx.refuse(problem('PUBLICITY_NOT_RUNNING', 'competitionId'));
  tx.note(
    textProblem('author', input.author, { max: OBJECTION_LIMITS.author, required: true }),
    textProblem('contact', input.contact, { max: OBJECTION_LIMITS.contact, required: true }),
    textProblem('text', input.text, {
      max: OBJECTION_LIMITS.text,
      min: OBJECTION_LIMITS.textMinimum,
      required: true,
    }),
  );
  const entry = input.entryId
    ? await tx.get(Entry, entryAccess, input.entryId, { path: 'entryId', lock: 'none' })
    : null;
  if (entry && entry.competition.id !== competition.id) tx.note(problem('NOT_FOUND', 'entryId'));
  tx.settle();
  await takeTurn(tx, tx.viewer.accountId ?? input.ip);
  const objection = tx.em.create(Objection, {
    competition,
    entry,
    account: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
    author: cleanText(input.author) ?? '',
    contact: cleanText(input.contact) ?? '',
    text: cleanText(input.text) ?? '',
  });
  await tx.em.flush();
  tx.subject = { type: 'Objection', id: objection.id };
  return { objection: objection.id, reference: objection.id.slice(-8).toUpperCase() };
});

interface Decided {
  readonly id: string;
  readonly version: number;
  readonly state: ObjectionState;
  readonly decision: string;
  readonly removeSheets?: readonly string[] | null;
}

/** Decides an objection, for good; upheld, it may remove sheets, and the result is computed again without them. */
export const decideObjection = preparedUseCase(
  'objectionDecide',
  async (read, { id, state, removeSheets }: Decided): Promise<Struck | null> => {
    if (!removeSheets || removeSheets.length === 0) return null;
    if (state !== 'UPHELD') throw new Refusal([problem('NOTHING_TO_REMOVE', 'removeSheets')]);
    return computeWithout(read, id, removeSheets);
  },
  async (tx, input: Decided, struck) => {
    const objection = await tx.get(Objection, objectionAccess, input.id, {
      right: 'decide',
      version: input.version,
    });
    if (input.state === 'RECEIVED')
      tx.refuse(problem('INVALID_FORMAT', 'state', { expected: 'UPHELD, DISMISSED' }));
    objection.state = transitionTo(
      tx,
      OBJECTION_LIFECYCLE,
      input.state === 'UPHELD' ? 'uphold' : 'dismiss',
      objection.state,
    );
    const decision = reasonOf(tx, input.decision, OBJECTION_LIMITS.decision, 'decision');
    tx.settle();
    objection.decision = decision;
    objection.decidedAt = tx.now;
    objection.decidedBy = tx.viewer.accountId
      ? tx.em.getReference(Account, tx.viewer.accountId, { wrapped: true })
      : null;
    objection.effect = struck?.effect ?? null;
    await tx.em.flush();
    const result = struck ? await strike(tx, struck) : null;
    return { objection: objection.id, reference: objection.id.slice(-8).toUpperCase(), result };
  },
);
