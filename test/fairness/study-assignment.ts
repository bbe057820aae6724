import { anyJudges, byLot, closedPanels, designed, type Pairs, sheetsOf } from './panels.ts';
import { difference, type Estimate, estimate } from './statistics.ts';
import { linesOf, rightAwards, scoresBy } from './verdicts.ts';
import { type World, type WorldPlan, worldOf } from './world.ts';

/** Ways of saying who judges what. */
export const WAYS = ['DESIGNED', 'LOT', 'ANY', 'CLOSED'] as const;
export type Way = (typeof WAYS)[number];

export interface WayOutcome {
  readonly way: Way;
  /** Share of the category awards that go to the right entries, by mean and by the severity model. */
  readonly mean: Estimate;
  readonly model: Estimate;
  /** What the designed assignment adds to it, competition by competition. */
  readonly designedAddsMean: Estimate;
  readonly designedAddsModel: Estimate;
}

export interface AssignmentOutcome {
  /** Judges per entry. */
  readonly perEntry: number;
  /** Whether a judge errs less in the own field (by half); the engine is told the field as affinity. */
  readonly fields: boolean;
  readonly competitions: number;
  readonly ways: readonly WayOutcome[];
}

/** Judges outside their field err by 4 marks, inside it by 2. */
const FIELDS: Partial<WorldPlan> = { residual: 2, outsider: 2 };
const PLAN: WorldPlan = { entries: 60, categories: 3, judges: 18, merit: 4, severity: 3, residual: 3 };

function pairsBy(way: Way, world: World, perEntry: number, fields: boolean): Pairs {
  switch (way) {
    case 'DESIGNED':
      return designed(world, {
        perEntry,
        ...(fields ? { affinity: (entry, judge) => (world.camps[judge] === entry.camp ? 3 : 1) } : {}),
      });
    case 'LOT':
      return byLot(world, perEntry);
    case 'ANY':
      return anyJudges(world, perEntry);
    case 'CLOSED':
      return closedPanels(world, perEntry);
  }
}

/** The same competitions, judged by whom each way says. */
export function studyAssignment(
  perEntry: number,
  fields: boolean,
  competitions: number,
  seed: number,
): AssignmentOutcome {
  const byMean = new Map(WAYS.map((way) => [way, [] as number[]]));
  const byModel = new Map(WAYS.map((way) => [way, [] as number[]]));
  for (let k = 0; k < competitions; k++) {
    const world = worldOf({ ...PLAN, ...(fields ? FIELDS : {}) }, seed + k);
    const lines = linesOf(world, 0.2, false);
    for (const way of WAYS) {
      const sheets = sheetsOf(world, pairsBy(way, world, perEntry, fields));
      byMean.get(way)?.push(rightAwards(world, lines, scoresBy('MEAN', world, sheets)));
      byModel.get(way)?.push(rightAwards(world, lines, scoresBy('SEVERITY', world, sheets)));
    }
  }
  return {
    perEntry,
    fields,
    competitions,
    ways: WAYS.map((way) => ({
      way,
      mean: estimate(byMean.get(way) ?? []),
      model: estimate(byModel.get(way) ?? []),
      designedAddsMean: difference(byMean.get('DESIGNED') ?? [], byMean.get(way) ?? []),
      designedAddsModel: difference(byModel.get('DESIGNED') ?? [], byModel.get(way) ?? []),
    })),
  };
}
