import type { PracticeRule, RoundKind } from '@xinghuo/shared/competition/competition';
import type { RoundView } from './edition-types.ts';

/** A round as it is being set up; `id` is null for one that is new. */
export interface RoundDraft {
  readonly key: string;
  readonly id: string | null;
  readonly kind: RoundKind;
  readonly title: string;
  readonly titleEn: string;
  /** Percent, decimal text. */
  readonly weight: string;
  readonly judgesPerEntry: number;
  readonly advancePerCategory: number | null;
  readonly remarkMinimum: number;
  /** Whether practice comes before the first real entry. */
  readonly practiceRule: PracticeRule;
  /** Judges see neither team nor unit. */
  readonly blind: boolean;
}

/** The rounds of an edition as drafts. */
export function roundDrafts(rounds: readonly RoundView[]): readonly RoundDraft[] {
  return rounds.map((round) => ({
    key: round.id,
    id: round.id,
    kind: round.kind,
    title: round.title,
    titleEn: round.titleEn,
    weight: plainDecimal(round.weight),
    judgesPerEntry: round.judgesPerEntry,
    advancePerCategory: round.advancePerCategory,
    remarkMinimum: round.remarkMinimum,
    practiceRule: round.practiceRule,
    blind: round.blind,
  }));
}

/** `40.00` as a person writes it: `40`. */
export function plainDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Whether the rounds must be set anew together: one was added, removed, moved or weighed otherwise. */
export function roundsRearranged(before: readonly RoundDraft[], after: readonly RoundDraft[]): boolean {
  return (
    before.length !== after.length ||
    before.some((round, i) => round.id !== after[i]?.id || round.weight !== after[i]?.weight)
  );
}

/** What of a round differs and can be written to it alone; null when nothing does. */
export function roundChanges(before: RoundDraft, after: RoundDraft): Partial<RoundDraft> | null {
  const fields = [
    'kind',
    'title',
    'titleEn',
    'judgesPerEntry',
    'advancePerCategory',
    'remarkMinimum',
    'practiceRule',
    'blind',
  ] as const;
  const changed = fields.filter((field) => before[field] !== after[field]);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((field) => [field, after[field]]));
}
