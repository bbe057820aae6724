import { entryNumber, entryNumberPrefix } from '@xinghuo/shared/competition/category';
import { ENTRY_LIFECYCLE } from '@xinghuo/shared/competition/entry';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from '../identity/index.ts';
import { Team } from '../teams/index.ts';
import { Category } from './category.entity.ts';
import { Competition } from './competition.entity.ts';
import { entryAccess } from './entry.access.ts';
import { Entry, EntryRevision, type RevisionContent, ScreeningNote } from './entry.entity.ts';
import { contentOf, holdEdition, stepProblems } from './entry.rules.ts';
import { COMPETITION_CHANGED } from './step-competition.ts';

interface Input {
  readonly id: string;
  readonly version: number;
}

/** Submits an entry: complete, before its deadline; freezes the team's facts, keeps a revision, settles the notes. */
export const submitEntry = useCase('entrySubmit', async (tx, input: Input) => {
  await holdEdition(tx, [input.id]);
  const entry = await tx.get(Entry, entryAccess, input.id, { right: 'submit', version: input.version });
  const problems = await stepProblems(tx, entry, 'submit');
  entry.state = transitionTo(tx, ENTRY_LIFECYCLE, 'submit', entry.state, problems);
  const team = await tx.em.findOneOrFail(Team, entry.team.id);
  const category = await tx.em.findOneOrFail(Category, entry.category.id);
  entry.factsActiveMonths = team.activeMonths;
  entry.factsMembers = team.memberCount;
  entry.factsMinutes = team.serviceMinutes;
  entry.submittedAt = tx.now;
  entry.resubmitUntil = null;
  entry.number ??= await nextNumber(tx, entry, category);
  tx.em.create(EntryRevision, {
    entry,
    number: (await tx.em.count(EntryRevision, { entry: entry.id })) + 1,
    submittedAt: tx.now,
    submittedBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
    content: await revisionContent(tx, entry, category, team),
  });
  for (const note of await tx.em.find(ScreeningNote, { entry: entry.id, resolved: false }))
    note.resolved = true;
  await tx.publish(COMPETITION_CHANGED, { competitionId: entry.competition.id, entryId: entry.id });
  return { entry: entry.id };
});

/** The next number of the category, one submission at a time: the category's row is held until commit, so no gap opens. */
async function nextNumber(tx: Tx, entry: Entry, category: Category): Promise<string> {
  await tx.query(sql`select id from category where id = ${category.id} for no key update`);
  const { year } = await tx.em.findOneOrFail(Competition, entry.competition.id);
  const prefix = entryNumberPrefix(year, category.code);
  const [last] = await tx.query<{ sequence: number }>(
    sql`select coalesce(max(substr(number, char_length(${prefix}::text) + 1)::int), 0) as sequence from entry where competition_id = ${entry.competition.id} and starts_with(number, ${prefix}::text)`,
  );
  return entryNumber(year, category.code, (last?.sequence ?? 0) + 1);
}

async function revisionContent(
  tx: Tx,
  entry: Entry,
  category: Category,
  team: Team,
): Promise<RevisionContent> {
  const attachments = await tx.query<RevisionContent['attachments'][number]>(
    sql`select f.id as "fileId", a.kind, a.title, f.name, f.sha256 from attachment a join stored_file f on f.id = a.file_id where a.entry_id = ${entry.id} order by a.position`,
  );
  return {
    ...contentOf(entry),
    category: category.code,
    applicantKind: entry.applicantKind,
    budgetTotal: entry.budgetTotal,
    attachments,
    facts: { activeMonths: team.activeMonths, members: team.memberCount, minutes: team.serviceMinutes },
  };
}
