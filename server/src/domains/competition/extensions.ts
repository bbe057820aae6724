import type { CompetitionEvent } from '@xinghuo/shared/competition/competition';
import {
  COMPETITION_LIFECYCLE,
  ROUND_LIFECYCLE,
  type RoundEvent,
} from '@xinghuo/shared/competition/competition';
import { anyOf, asSql, type Condition, type Sql } from '../../platform/access/condition.ts';
import type { Viewer } from '../../platform/access/viewer.ts';
import { GateBook } from '../../platform/lifecycle/gates.ts';
import type { Tx } from '../../platform/write/tx.ts';
import type { Competition } from './competition.entity.ts';

/*
 * What later domains add to this one. They register once, when their index is loaded; nothing here knows their tables.
 */

/** Conditions that stand in the way of a step of an edition; judging adds sheets, results and objections. */
export const competitionGates = new GateBook(COMPETITION_LIFECYCLE);

/** Conditions that stand in the way of a step of a round; judging adds missing sheets. */
export const roundGates = new GateBook<'PLANNED' | 'OPEN' | 'LOCKED', RoundEvent>(ROUND_LIFECYCLE);

/** Who else reads an entry as an insider: a judge the entries assigned to them. */
export type EntryReadRule = (viewer: Viewer, entryId: Sql<string>) => Condition;
const readers: EntryReadRule[] = [];

/** Lets further viewers read entries whole, but for contacts, notes and revisions. */
export function extendEntryRead(rule: EntryReadRule): void {
  readers.push(rule);
}

/** Met by viewers whom a later domain lets read the entry. */
export function extendedEntryRead(viewer: Viewer, entryId: Sql<string>): Condition {
  return anyOf(...readers.map((rule) => rule(viewer, entryId)));
}

/** Whom an entry's team is hidden from: judges who hold it in a blind round. */
const blinds: EntryReadRule[] = [];

/** Hides team, unit and people of entries from viewers who otherwise read them. */
export function hideEntrant(rule: EntryReadRule): void {
  blinds.push(rule);
}

/** Met by viewers from whom the entrant is hidden. */
export function entrantHidden(viewer: Viewer, entryId: Sql<string>): Condition {
  return anyOf(...blinds.map((rule) => rule(viewer, entryId)));
}

/** Whether a round's criteria and weights no longer change, by its key. */
export type RubricFreeze = (roundId: Sql<string>) => Sql<boolean>;
const freezes: RubricFreeze[] = [];

/** Judging says when a rubric freezes: with the first submitted sheet. */
export function freezeRubricWhen(freeze: RubricFreeze): void {
  freezes.push(freeze);
}

/** Met by rounds whose rubric is frozen. */
export function rubricFrozen(roundId: Sql<string>): Sql<boolean> {
  return asSql(anyOf(...freezes.map((freeze) => freeze(roundId))));
}

/** What else happens with a step of an edition, in its transaction, after the state has changed. */
export type CompetitionReaction = (tx: Tx, competition: Competition) => Promise<void>;
const reactions = new Map<CompetitionEvent, CompetitionReaction[]>();

/** Judging freezes the official result when notice is given, and gives the awards when the edition closes. */
export function onCompetitionStep(event: CompetitionEvent, reaction: CompetitionReaction): void {
  reactions.set(event, [...(reactions.get(event) ?? []), reaction]);
}

/** Runs what later domains do with a step. */
export async function reactToStep(tx: Tx, event: CompetitionEvent, competition: Competition): Promise<void> {
  for (const reaction of reactions.get(event) ?? []) await reaction(tx, competition);
}
