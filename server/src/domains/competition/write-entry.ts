import { ref } from '@mikro-orm/core';
import { budgetTotal, entryFieldProblems } from '@xinghuo/shared/competition/entry-rules';
import { entryWindowProblems } from '@xinghuo/shared/competition/entry-steps';
import { problem } from '@xinghuo/shared/kernel/problem';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import type { ApplicantKind } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { holdsCitywide, scopeIds } from '../../platform/access/viewer.ts';
import { forbidden } from '../../platform/graphql/errors.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from '../identity/index.ts';
import { Team, teamAccess } from '../teams/index.ts';
import { Category } from './category.entity.ts';
import { categoryAccess, competitionAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { entriesDeadline } from './deadlines.ts';
import { entryAccess } from './entry.access.ts';
import { Entry } from './entry.entity.ts';
import {
  applyContent,
  type ContentGiven,
  editableProblem,
  givenContent,
  holdEdition,
  standingOf,
  titleTaken,
} from './entry.rules.ts';
import { flushOrRefuse, UNIQUE } from './flush.ts';

interface CreateInput extends ContentGiven {
  readonly competitionId: string;
  readonly categoryId: string;
  readonly teamId: string;
  readonly title: string;
  readonly applicantKind?: ApplicantKind | null;
}

interface UpdateInput extends ContentGiven {
  readonly id: string;
  readonly version: number;
  readonly categoryId?: string | null;
  readonly applicantKind?: ApplicantKind | null;
}

const TITLE = { max: 60, min: 2, required: true } as const;

/** Begins an entry as a draft. */
export const createEntry = useCase('entryCreate', async (tx, input: CreateInput) => {
  const competition = await tx.get(Competition, competitionAccess, input.competitionId, {
    path: 'competitionId',
    lock: 'share',
  });
  tx.subject = null;
  const category = await categoryOf(tx, competition.id, input.categoryId);
  const team = await tx.get(Team, teamAccess, input.teamId, { path: 'teamId', lock: 'share' });
  tx.subject = null;
  if (!mayEnter(tx, team.id, competition.id)) throw forbidden('Entry.edit');
  if (team.state !== 'ACTIVE') tx.note(problem('TEAM_NOT_ACTIVE', 'teamId', { state: team.state }));
  const [due] = await tx.query<{ deadline: string | null }>(
    sql`select ${entriesDeadline(sql`t0.id`, sql`t0.entries_close_at`)} as deadline from competition t0 where t0.id = ${competition.id}`,
  );
  const standing = {
    competitionState: competition.state,
    opensAt: competition.entriesOpenAt?.toISOString() ?? null,
    deadline: due?.deadline ?? null,
  };
  const content = givenContent(input);
  tx.note(
    ...entryWindowProblems(standing, tx.now),
    textProblem('title', input.title, TITLE),
    ...entryFieldProblems({ ...content, title: '' }),
  );
  tx.settle();
  const entry = tx.em.create(Entry, {
    plan: [],
    budget: [],
    beneficiaries: [],
    ...content,
    title: input.title.trim(),
    competition,
    category,
    team,
    applicantKind: input.applicantKind ?? team.applicantKind,
    budgetTotal: budgetTotal(content.budget ?? []),
    createdBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
  });
  await flushOrRefuse(tx, { [UNIQUE]: () => titleTaken(entry.title) });
  tx.subject = { type: 'Entry', id: entry.id };
  return { entry: entry.id };
});

/** Saves what was typed: the fields given, as drafts and returned entries allow, before the deadline. */
export const updateEntry = useCase('entryUpdate', async (tx, input: UpdateInput) => {
  await holdEdition(tx, [input.id]);
  const entry = await tx.get(Entry, entryAccess, input.id, { right: 'edit', version: input.version });
  const locked = editableProblem(entry);
  if (locked) tx.refuse(locked);
  const content = givenContent(input);
  tx.note(...entryWindowProblems(await standingOf(tx, entry.id), tx.now), ...entryFieldProblems(content));
  if (content.title !== undefined) {
    const wrong = textProblem('title', content.title, TITLE);
    if (wrong && wrong.code !== 'TOO_LONG') tx.note(wrong);
  }
  tx.settle();
  applyContent(entry, content);
  entry.applicantKind = input.applicantKind ?? entry.applicantKind;
  if (input.categoryId && input.categoryId !== entry.category.id) {
    entry.category = ref(await categoryOf(tx, entry.competition.id, input.categoryId));
  }
  await flushOrRefuse(tx, { [UNIQUE]: () => titleTaken(entry.title) });
  return { entry: entry.id };
});

async function categoryOf(tx: Tx, competitionId: string, id: string): Promise<Category> {
  const category = await tx.get(Category, categoryAccess, id, { path: 'categoryId', lock: 'share' });
  if (category.competition.id !== competitionId) tx.refuse(problem('NOT_FOUND', 'categoryId'));
  return category;
}

/** The team's leader enters; the office may do it for a team that cannot. */
function mayEnter(tx: Tx, teamId: string, competitionId: string): boolean {
  const { viewer } = tx;
  return (
    holdsCitywide(viewer, 'COORDINATOR') ||
    scopeIds(viewer, 'COORDINATOR', 'COMPETITION').includes(competitionId) ||
    scopeIds(viewer, 'TEAM_LEADER', 'TEAM').includes(teamId)
  );
}
