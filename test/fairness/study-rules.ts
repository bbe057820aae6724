import { judgeFlags } from '@xinghuo/shared/judging/flags/judge-flags';
import type { RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { Differences } from '@xinghuo/shared/judging/severity/differences';
import type { FittedModel } from '@xinghuo/shared/judging/severity/fit';
import { Plausible } from '@xinghuo/shared/judging/severity/plausible';
import { closedPanels, designed, type Sheet, sheetsOf } from './panels.ts';
import type { Scenario } from './scenarios.ts';
import { difference, type Estimate, estimate } from './statistics.ts';
import { type Line, linesOf, modelOf, RULES, rightAwards, type Scores, scoresBy } from './verdicts.ts';
import { type World, worldOf } from './world.ts';

/** One rule in one kind of competition. */
export interface RuleOutcome {
  readonly rule: RuleKind;
  /** Share of the category awards that go to the right entries. */
  readonly category: Estimate;
  /** The same less that of the mean, competition by competition. */
  readonly overMean: Estimate;
  /** Share of the overall awards, across categories. */
  readonly overall: Estimate;
}

export interface ScenarioOutcome {
  readonly scenario: string;
  readonly competitions: number;
  readonly rules: readonly RuleOutcome[];
  /** Share of 95 % intervals of differences that hold the true difference. */
  readonly coverage: {
    /** Pairs of one category. */
    readonly category: Estimate;
    /** Pairs of any two entries. */
    readonly any: Estimate;
    /** The last entry above and the first below each line: the pairs people ask about. */
    readonly atLine: Estimate;
  };
  /** Share of judges flagged, none of whom does anything but what the scenario says all do. */
  readonly flagged: Estimate;
}

/** Best fifth of each category, best tenth of all. */
const CATEGORY_SHARE = 0.2;
const OVERALL_SHARE = 0.1;

/** Who judges what, as the scenario says. */
function sheetsFor(scenario: Scenario, world: World): Sheet[] {
  const pairs =
    scenario.panels === 'CLOSED'
      ? closedPanels(world, scenario.perEntry)
      : designed(world, {
          perEntry: scenario.perEntry,
          ...(scenario.panels === 'OWN_CATEGORY'
            ? { affinity: (entry, judge) => (world.camps[judge] === entry.camp ? 1 : null) }
            : {}),
        });
  return sheetsOf(world, pairs, scenario.missing);
}

/** Whether the 95 % interval of the difference of two entries holds the true one; null where there is none. */
function coveringOf(world: World, model: FittedModel): (a: number, b: number) => boolean | null {
  const differences = new Differences(model, new Plausible(model));
  return (a, b) => {
    const interval = differences.interval(`e${a}`, `e${b}`);
    const truth = (world.entries[a]?.merit ?? 0) - (world.entries[b]?.merit ?? 0);
    return interval && interval.low <= truth && truth <= interval.high;
  };
}

const share = (list: readonly (boolean | null)[]): number => {
  const known = list.filter((x) => x !== null);
  return known.filter(Boolean).length / known.length;
};

/** Neighbours in a list, each entry in one pair only. */
function couples(list: readonly number[]): (readonly [number, number])[] {
  return list.flatMap((a, k) => {
    const b = list[k + 1];
    return k % 2 === 0 && b !== undefined ? [[a, b] as const] : [];
  });
}

/** The last above and the first below each line. */
function atLines(lines: readonly Line[], scores: Scores): (readonly [number, number])[] {
  return lines.flatMap(({ members, quota }) => {
    const sorted = [...members].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
    const [last, first] = [sorted[quota - 1], sorted[quota]];
    return last === undefined || first === undefined ? [] : [[last, first] as const];
  });
}

/** Share of judges with at least one flag. */
function flaggedShare(world: World, sheets: readonly Sheet[], model: FittedModel): number {
  const flags = judgeFlags(
    model.fit,
    sheets.map((s) => ({ ...s, entry: `e${s.entry}`, judge: `j${s.judge}` })),
  );
  return new Set(flags.map((f) => f.judge)).size / world.camps.length;
}

/** Simulates a number of competitions of one kind and sums up what every rule made of them. */
export function studyRules(scenario: Scenario, competitions: number, seed: number): ScenarioOutcome {
  const category = RULES.map((): number[] => []);
  const overall = RULES.map((): number[] => []);
  const covered = { category: [] as number[], any: [] as number[], atLine: [] as number[] };
  const flagged: number[] = [];
  for (let k = 0; k < competitions; k++) {
    const world = worldOf(scenario.plan, seed + k);
    const sheets = sheetsFor(scenario, world);
    const lines = linesOf(world, CATEGORY_SHARE, false);
    const across = linesOf(world, OVERALL_SHARE, true);
    let last: Scores = new Map();
    for (const [r, rule] of RULES.entries()) {
      last = scoresBy(rule, world, sheets);
      category[r]?.push(rightAwards(world, lines, last));
      overall[r]?.push(rightAwards(world, across, last));
    }
    const model = modelOf(world, sheets);
    const covers = coveringOf(world, model);
    covered.category.push(share(lines.flatMap((l) => couples(l.members)).map(([a, b]) => covers(a, b))));
    covered.any.push(share(couples([...world.entries.keys()]).map(([a, b]) => covers(a, b))));
    covered.atLine.push(share(atLines(lines, last).map(([a, b]) => covers(a, b))));
    flagged.push(flaggedShare(world, sheets, model));
  }
  return {
    scenario: scenario.id,
    competitions,
    rules: RULES.map((rule, r) => ({
      rule,
      category: estimate(category[r] ?? []),
      overMean: difference(category[r] ?? [], category[0] ?? []),
      overall: estimate(overall[r] ?? []),
    })),
    coverage: {
      category: estimate(covered.category),
      any: estimate(covered.any),
      atLine: estimate(covered.atLine),
    },
    flagged: estimate(flagged),
  };
}
