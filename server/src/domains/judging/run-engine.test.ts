import { availableParallelism } from 'node:os';
import { assign } from '@xinghuo/shared/judging/assignment/assign';
import type { AssignmentProblem } from '@xinghuo/shared/judging/assignment/types';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import { DEFAULT_RULE } from '@xinghuo/shared/judging/scoring/rules';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';
import { WorkCancelled } from '@xinghuo/shared/judging/work-hooks';
import { describe, expect, it } from 'vitest';
import { computeWithSheets } from './compute-with-sheets.ts';
import { runAssign, runRepair, runResult } from './run-engine.ts';

/** Large enough to be watched. */
function problem(judgesPerEntry: number): AssignmentProblem {
  const entries = Array.from({ length: 420 }, (_, i) => ({ id: `e${i}`, category: `c${i % 9}` }));
  const judges = Array.from({ length: 50 }, (_, j) => ({ id: `j${j}` }));
  const affinity = entries.map((_, i) =>
    judges.map((_judge, j) => ((i * 7 + j) % 11 === 0 ? null : 1 + ((i + j) % 3))),
  );
  return { judgesPerEntry, entries, judges, affinity };
}

/** Large enough to be watched. */
function competition(mark: string): CompetitionInput {
  const entries = Array.from({ length: 600 }, (_, i) => ({ id: `e${i}`, category: `c${i % 9}` }));
  const criteria = [
    { id: 'a', weight: '60', max: '10' },
    { id: 'b', weight: '40', max: '10' },
  ];
  const sheets = entries.flatMap(({ id }, i) =>
    Array.from({ length: 5 }, (_, j) => ({
      judge: `J${j}`,
      entry: id,
      marks: { a: String(5 + ((i + j) % 10) / 2), b: i === 0 && j === 0 ? mark : '7.5' },
    })),
  );
  return {
    rule: DEFAULT_RULE,
    entries,
    rounds: [{ id: 'r', weight: '100', criteria, sheets }],
    tieBreaks: [],
    awards: [],
    deliberation: [],
  };
}

const watched = (steps: Set<string>, shares: number[] = []) => ({
  onProgress: (share: number, step: string) => {
    steps.add(step);
    shares.push(share);
  },
  cancelled: new AbortController().signal,
});

describe('the engines in a worker', () => {
  it('start one for the smallest work too: nothing is computed where requests are answered', async () => {
    const started: unknown[] = [];
    process.on('worker', (worker) => started.push(worker));
    const small = { judgesPerEntry: 1, entries: [{ id: 'e' }], judges: [{ id: 'j' }], affinity: [[1]] };
    expect((await runAssign(small)).pairs).toEqual([['e', 'j']]);
    expect((await runRepair(small, [['e', 'j']])).pairs).toEqual([['e', 'j']]);
    expect(started).toHaveLength(1);
  });

  it('do several tasks at once', async () => {
    const [a, b] = await Promise.all([runAssign(problem(2)), runAssign(problem(3))]);
    expect([a.coverage.assigned, b.coverage.assigned]).toEqual([840, 1260]);
  });

  it('start no more workers than there are processors, and do what has to wait', async () => {
    const started: unknown[] = [];
    process.on('worker', (worker) => started.push(worker));
    const many = Array.from({ length: 2 * availableParallelism() + 2 }, () => runAssign(problem(1)));
    expect((await Promise.all(many)).map(({ coverage }) => coverage.assigned)).toEqual(many.map(() => 420));
    expect(started.length).toBeLessThanOrEqual(availableParallelism());
  });

  it('are told to stop while they wait or work, and those behind them go on', async () => {
    const stops = Array.from({ length: availableParallelism() + 1 }, () => new AbortController());
    const steps = new Set<string>();
    const stopped = stops.map(({ signal }) =>
      runAssign(problem(5), { ...watched(steps), cancelled: signal }).catch((error: unknown) => error),
    );
    const behind = runAssign(problem(1));
    // The last one waits, all the others work.
    stops.at(-1)?.abort();
    expect(await stopped.at(-1)).toBeInstanceOf(WorkCancelled);
    for (const stop of stops) stop.abort();
    for (const error of await Promise.all(stopped)) expect(error).toBeInstanceOf(WorkCancelled);
    expect((await behind).coverage.assigned).toBe(420);
    // Every place is free again.
    const more = Array.from({ length: availableParallelism() + 1 }, () => runAssign(problem(1)));
    expect(await Promise.all(more)).toHaveLength(availableParallelism() + 1);
  });

  it('assign exactly as they do at once', async () => {
    const large = problem(5);
    expect(await runAssign(large)).toEqual(assign(large));
  });

  it('compute exactly as they do at once', async () => {
    const input = competition('8');
    const { results, analysis } = await runResult({ inputs: [input], settings: null });
    expect(results).toEqual([computeWithSheets(input)]);
    expect(analysis).toBeNull();
  });

  it('tell how far they are, and stop when they are told to', async () => {
    const steps = new Set<string>();
    const assigning = new Set<string>();
    const repairing = new Set<string>();
    const shares: number[] = [];
    const large = problem(5);
    const { pairs } = await runAssign(large, watched(assigning));
    expect([...assigning]).toEqual(['COVERAGE', 'PRICES', 'ASSIGNING', 'MIXING', 'WAYS_OUT']);
    await runRepair(
      { ...large, judges: large.judges.slice(1), affinity: large.affinity.map((row) => row.slice(1)) },
      pairs,
      watched(repairing, shares),
    );
    expect([...repairing]).toEqual(['COVERAGE', 'PRICES', 'ASSIGNING', 'MIXING', 'WAYS_OUT']);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const settings = {
      version: '1',
      seed: 1,
      draws: 50,
      readingSeconds: null,
      reviewBudget: 0,
      advance: {},
      work: [],
    };
    const answer = await runResult({ inputs: [competition('8')], settings }, watched(steps));
    expect([...steps]).toEqual(['RULES', 'SEVERITY', 'PLACES', 'SINGLE_MARKS', 'REVIEWS']);
    expect(answer.analysis?.digest).toMatch(/^[0-9a-f]{64}$/);
    const stop = new AbortController();
    const stopped = runResult(
      { inputs: [competition('8')], settings },
      { onProgress: () => stop.abort(), cancelled: stop.signal },
    );
    await expect(stopped).rejects.toBeInstanceOf(WorkCancelled);
  });

  it('tell what is wrong with their input', async () => {
    await expect(runResult({ inputs: [competition('11')], settings: null })).rejects.toBeInstanceOf(
      JudgingInputError,
    );
    await expect(runAssign(problem(-1))).rejects.toMatchObject({
      problems: [{ code: 'OUT_OF_RANGE', path: ['judgesPerEntry'] }],
    });
  });
});
