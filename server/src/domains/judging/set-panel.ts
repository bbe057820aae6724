import { JUDGE_LIMITS } from '@xinghuo/shared/judging/domain/judge';
import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import { isIn } from '../../platform/access/condition.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Category, categoryAccess, Round, roundAccess } from '../competition/index.ts';
import { Judge, JudgePanel, PanelMember } from './judge.entity.ts';

interface Input {
  readonly roundId: string;
  readonly categoryId: string;
  readonly judgeIds: readonly string[];
  readonly title?: string | null;
}

/** Says who judges a category in a round. An empty list removes the panel. */
export const setPanel = useCase('judgePanelSet', async (tx, input: Input) => {
  const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
  const category = await tx.get(Category, categoryAccess, input.categoryId, {
    path: 'categoryId',
    lock: 'none',
  });
  if (category.competition.id !== round.competition.id)
    tx.refuse(problem('JUDGE_OF_OTHER_EDITION', 'categoryId'));
  if (round.state === 'LOCKED') tx.refuse(problem('ROUND_LOCKED', 'roundId'));
  if (input.judgeIds.length > JUDGE_LIMITS.panel)
    tx.refuse(problem('TOO_MANY', 'judgeIds', { max: JUDGE_LIMITS.panel }));
  tx.note(textProblem('title', input.title, { max: JUDGE_LIMITS.title }));
  const known = await tx.query<{ id: string; state: string }>(
    sql`select id, state from judge where competition_id = ${round.competition.id} and ${isIn(sql`id`, input.judgeIds)}`.$castTo<{
      id: string;
      state: string;
    }>(),
  );
  const states = new Map(known.map(({ id, state }) => [id, state]));
  input.judgeIds.forEach((id, i) => {
    const state = states.get(id);
    if (input.judgeIds.indexOf(id) < i) tx.note(problem('DUPLICATE', `judgeIds.${i}`));
    else if (state === undefined) tx.note(problem('NOT_FOUND', `judgeIds.${i}`));
    else if (state === 'WITHDRAWN')
      tx.note(problem('JUDGE_NOT_ACTIVE', `judgeIds.${i}`, { judge: id, state }));
  });
  tx.settle();
  let panel = await tx.em.findOne(JudgePanel, { round: round.id, category: category.id });
  const members = panel ? await tx.em.find(PanelMember, { panel: panel.id }) : [];
  for (const member of members) if (!input.judgeIds.includes(member.judge.id)) tx.em.remove(member);
  if (input.judgeIds.length === 0) {
    if (panel) tx.em.remove(panel);
    return { judgePanel: null };
  }
  panel ??= tx.em.create(JudgePanel, { round, category });
  panel.title = cleanText(input.title);
  panel.updatedAt = tx.now;
  for (const id of input.judgeIds) {
    if (!members.some((member) => member.judge.id === id)) {
      tx.em.create(PanelMember, { panel, judge: tx.em.getReference(Judge, id) });
    }
  }
  await tx.em.flush();
  return { judgePanel: panel.id };
});
