import type { EntityClass, EntityMetadata } from '@mikro-orm/core';
import type { EntryContent, EntryEvent } from '@xinghuo/shared/competition/entry';
import { budgetTotal } from '@xinghuo/shared/competition/entry-rules';
import { type EntryStanding, entryStepProblems } from '@xinghuo/shared/competition/entry-steps';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { type Row, rowOf } from '../../platform/read/row.ts';
import type { Tx } from '../../platform/write/tx.ts';
import type { Entry } from './entry.entity.ts';
import { Entry as EntryEntity } from './entry.entity.ts';
import { entryStanding } from './entry.read.ts';

/** Fields of an entry's content as they come in; undefined and null leave a field as it is. */
export type ContentGiven = { readonly [K in keyof EntryContent]?: EntryContent[K] | null | undefined };

const TEXTS = [
  'title',
  'titleEn',
  'summary',
  'summaryEn',
  'need',
  'activities',
  'innovation',
  'replicability',
  'results',
  'contactName',
  'contactPhone',
] as const satisfies readonly (keyof EntryContent)[];

/** The entity's row as `t0`, for expressions that reads and steps share. */
export function rowIn(tx: Tx, entity: EntityClass<object>): Row {
  return rowOf(tx.em.getMetadata().get(entity) as EntityMetadata, 't0');
}

/** The fields that were given, trimmed, line ends unified. */
export function givenContent(given: ContentGiven): Partial<EntryContent> {
  const content: { -readonly [K in keyof EntryContent]?: EntryContent[K] } = {};
  for (const field of TEXTS) {
    const text = given[field];
    if (typeof text === 'string') content[field] = text.replace(/\r\n?/g, '\n').trim();
  }
  if (given.plan)
    content.plan = given.plan.map(({ when, what }) => ({ when: when.trim(), what: what.trim() }));
  if (given.budget)
    content.budget = given.budget.map(({ item, amount }) => ({ item: item.trim(), amount: amount.trim() }));
  if (given.beneficiaries) content.beneficiaries = [...given.beneficiaries];
  return content;
}

/** The content as it stands. */
export function contentOf(entry: Entry): EntryContent {
  const { title, titleEn, summary, summaryEn, need, activities, innovation, replicability, results } = entry;
  const { plan, budget, beneficiaries, contactName, contactPhone } = entry;
  return {
    title,
    titleEn,
    summary,
    summaryEn,
    need,
    activities,
    innovation,
    replicability,
    results,
    plan,
    budget,
    beneficiaries,
    contactName,
    contactPhone,
  };
}

/** Writes given fields into an entry; the budget's sum follows. */
export function applyContent(entry: Entry, content: Partial<EntryContent>): void {
  Object.assign(entry, content);
  if (content.budget) entry.budgetTotal = budgetTotal(content.budget);
}

/** Holds the edition of an entry in its phase until the step is done, ahead of the entry's own lock: editions lock first everywhere. */
export async function holdEdition(tx: Tx, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return;
  await tx.query(
    sql`select edition.id from competition edition where edition.id in (select e.competition_id from entry e where e.id in (${sql.join(entryIds.map((id) => sql`${id}::uuid`))})) order by edition.id for share`,
  );
}

/** What decides about an entry's steps besides its state. */
export async function standingOf(tx: Tx, entryId: string): Promise<EntryStanding> {
  const [answer] = await tx.query<{ standing: EntryStanding }>(
    sql`select ${entryStanding(rowIn(tx, EntryEntity))} as standing from entry t0 where t0.id = ${entryId}`,
  );
  if (!answer) throw new Error('an entry without an edition or a team');
  return answer.standing;
}

/** Why a step is refused, from the entry as it stands now. */
export async function stepProblems(tx: Tx, entry: Entry, event: EntryEvent): Promise<Problem[]> {
  return entryStepProblems(event, await standingOf(tx, entry.id), () => contentOf(entry), tx.now);
}

/** ENTRY_NOT_EDITABLE outside DRAFT and RETURNED. */
export function editableProblem(entry: Entry): Problem | null {
  return entry.state === 'DRAFT' || entry.state === 'RETURNED'
    ? null
    : problem('ENTRY_NOT_EDITABLE', [], { state: entry.state });
}

/** The team's own title once in a category: what a violated `entry_once` means. */
export function titleTaken(title: string): Problem {
  return problem('ALREADY_EXISTS', 'title', { key: title });
}
