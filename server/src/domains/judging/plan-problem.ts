import type { AssignmentProblem } from '@xinghuo/shared/judging/assignment/types';
import { sql } from 'kysely';
import type { RunSql } from '../../platform/read/reader.ts';
import type { AssignmentKeep } from './assignment.inputs.ts';
import { availableInRound, judgedInRound, planFingerprint } from './fingerprints.ts';

/** A judge as an assignment sees it. */
export interface PlanJudge {
  readonly id: string;
  readonly state: string;
  readonly capacity: number;
  readonly expertise: readonly string[];
  /** Can be there on some day of the round. */
  readonly available: boolean;
}

/** Everything an assignment of a round is made from, read in one statement. */
export interface PlanFacts {
  readonly fingerprint: string;
  readonly competitionId: string;
  readonly roundState: string;
  readonly judgesPerEntry: number;
  readonly entries: readonly { readonly id: string; readonly category: string; readonly code: string }[];
  readonly judges: readonly PlanJudge[];
  readonly conflicts: readonly { readonly entry: string; readonly judge: string }[];
  /** Entries many judges mark; null judges: every judge of the category. */
  readonly anchors: readonly { readonly entry: string; readonly judges: number | null }[];
  readonly panels: readonly { readonly category: string; readonly judge: string }[];
  /** Live assignments of entries that are judged in the round. */
  readonly held: readonly {
    readonly entry: string;
    readonly judge: string;
    readonly pinned: boolean;
    readonly begun: boolean;
  }[];
}

/** Reads the facts; undefined when there is no such round. */
export async function planFacts(read: RunSql, roundId: string): Promise<PlanFacts | undefined> {
  const judged = judgedInRound(sql`e`, sql`r`);
  const [found] = await read<{ facts: PlanFacts }>(
    sql`select json_build_object(
      'fingerprint', ${planFingerprint(sql`r.id`)}, 'competitionId', r.competition_id, 'roundState', r.state, 'judgesPerEntry', r.judges_per_entry,
      'entries', (select coalesce(json_agg(json_build_object('id', e.id, 'category', e.category_id, 'code', c.code) order by e.number, e.id), '[]'::json) from entry e join category c on c.id = e.category_id where ${judged}),
      'judges', (select coalesce(json_agg(json_build_object('id', j.id, 'state', j.state, 'capacity', j.capacity, 'expertise', j.expertise, 'available', ${availableInRound(sql`j`, sql`r`)}) order by j.number), '[]'::json) from judge j where j.competition_id = r.competition_id),
      'conflicts', (select coalesce(json_agg(json_build_object('entry', f.entry_id, 'judge', f.judge_id)), '[]'::json) from conflict f join judge j on j.id = f.judge_id where j.competition_id = r.competition_id and f.withdrawn_at is null),
      'anchors', (select coalesce(json_agg(json_build_object('entry', n.entry_id, 'judges', n.judges) order by n.entry_id), '[]'::json) from anchor n where n.round_id = r.id),
      'panels', (select coalesce(json_agg(json_build_object('category', p.category_id, 'judge', m.judge_id)), '[]'::json) from judge_panel p join panel_member m on m.panel_id = p.id where p.round_id = r.id),
      'held', (select coalesce(json_agg(json_build_object('entry', a.entry_id, 'judge', a.judge_id, 'pinned', a.pinned, 'begun', s.state <> 'ASSIGNED')), '[]'::json)
        from assignment a join score_sheet s on s.assignment_id = a.id join entry e on e.id = a.entry_id where a.round_id = r.id and a.live and ${judged})
    ) as facts from round r where r.id = ${roundId}`,
  );
  return found?.facts;
}

/** How well a judge fits an entry: knowing its category counts, everything else is even. */
const AFFINITY = { knows: 3, other: 1 } as const;

/** What the coordinator chose. */
export interface PlanOptions {
  readonly keep: AssignmentKeep;
  readonly judgesPerEntry: number;
  readonly seed: number;
  /** Further reviews by entry. */
  readonly extra?: ReadonlyMap<string, number>;
}

/**
 * The engine's problem: conflicts, judges outside a category's panel and judges who cannot be there are closed; what is kept is pinned. A judge who
 * has withdrawn keeps what was submitted and gets nothing more.
 */
export function planProblem(
  facts: PlanFacts,
  { keep, judgesPerEntry, seed, extra }: PlanOptions,
): AssignmentProblem {
  const kept = facts.held.filter(({ pinned, begun }) => begun || pinned || keep === 'ALL');
  const keptPairs = new Set(kept.map(({ entry, judge }) => `${entry} ${judge}`));
  const conflicts = new Set(facts.conflicts.map(({ entry, judge }) => `${entry} ${judge}`));
  const anchors = new Map(facts.anchors.map(({ entry, judges }) => [entry, judges]));
  const whole = new Set(facts.anchors.flatMap(({ entry, judges }) => (judges === null ? [entry] : [])));
  const panels = new Map<string, Set<string>>();
  for (const { category, judge } of facts.panels) {
    const panel = panels.get(category) ?? new Set();
    panels.set(category, panel.add(judge));
  }
  const affinityOf = (entry: PlanFacts['entries'][number], judge: PlanJudge): number | null => {
    const pair = `${entry.id} ${judge.id}`;
    const fit = judge.expertise.includes(entry.code) ? AFFINITY.knows : AFFINITY.other;
    if (keptPairs.has(pair)) return fit;
    const panel = panels.get(entry.category);
    // An anchor of the whole category goes to its judges alone: its panel, or those who know it where there is none.
    const outside = whole.has(entry.id) && panel === undefined && fit !== AFFINITY.knows;
    const closed =
      outside ||
      conflicts.has(pair) ||
      judge.state === 'WITHDRAWN' ||
      !judge.available ||
      (panel !== undefined && !panel.has(judge.id));
    return closed ? null : fit;
  };
  const affinity = facts.entries.map((entry) => facts.judges.map((judge) => affinityOf(entry, judge)));
  const wantedOf = (entry: string, i: number): number => {
    if (!anchors.has(entry)) return judgesPerEntry;
    const open = (affinity[i] ?? []).filter((fit) => fit !== null).length;
    return Math.max(Math.min(judgesPerEntry, open), Math.min(open, anchors.get(entry) ?? open));
  };
  const keptByEntry = Map.groupBy(kept, ({ entry }) => entry);
  return {
    judgesPerEntry,
    evenLoads: true,
    entries: facts.entries.map(({ id, category }, i) => ({
      id,
      category,
      judges: Math.max(wantedOf(id, i), keptByEntry.get(id)?.length ?? 0) + (extra?.get(id) ?? 0),
    })),
    judges: facts.judges.map(({ id, capacity }) => ({ id, capacity })),
    affinity,
    pinned: kept.map(({ entry, judge }) => [entry, judge] as const),
    seed,
  };
}
