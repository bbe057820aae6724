import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { assign } from './assign.ts';
import { quality, smallProblem } from './oracle.test-kit.ts';
import type { AssignmentProblem } from './types.ts';
import { verifyAssignment } from './verify.ts';

describe('verifyAssignment', () => {
  it('accepts no assignment that is worse than the optimum, whatever pairs are changed', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        smallProblem,
        fc.array(fc.tuple(fc.nat(7), fc.nat(5)), { minLength: 1, maxLength: 4 }),
        (problem, toggles) => {
          const result = assign(problem);
          const pairs = new Map(result.pairs.map((p) => [JSON.stringify(p), p]));
          for (const [i, j] of toggles) {
            const [entry, judge] = [problem.entries[i], problem.judges[j]];
            if (!entry || !judge) continue;
            const pair = [entry.id, judge.id] as const;
            const key = JSON.stringify(pair);
            if (pairs.has(key)) pairs.delete(key);
            else pairs.set(key, pair);
          }
          const index = [...pairs.values()].map(
            ([e, j]) =>
              [
                problem.entries.findIndex((x) => x.id === e),
                problem.judges.findIndex((x) => x.id === j),
              ] as const,
          );
          const even = problem.evenLoads ?? false;
          const changed = quality(problem, index, even);
          const best = quality(
            problem,
            result.pairs.map(
              ([e, j]) =>
                [
                  problem.entries.findIndex((x) => x.id === e),
                  problem.judges.findIndex((x) => x.id === j),
                ] as const,
            ),
            even,
          );
          const claim = {
            pairs: [...pairs.values()],
            affinity: Number.isNaN(changed.affinity) ? 0 : changed.affinity,
            proof: result.proof,
          };
          const { valid } = verifyAssignment(problem, claim);
          const same =
            changed.missing === best.missing &&
            changed.below === best.below &&
            changed.squares === best.squares &&
            Math.abs(changed.affinity - best.affinity) < 1e-6;
          if (!same) expect(valid).toBe(false);
          if (!valid) refused++;
        },
      ),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  const next = random(4);
  const problem: AssignmentProblem = {
    judgesPerEntry: 3,
    entries: Array.from({ length: 20 }, (_, i) => ({ id: `e${i}` })),
    judges: Array.from({ length: 8 }, (_, j) => ({ id: `j${j}` })),
    affinity: Array.from({ length: 20 }, () =>
      Array.from({ length: 8 }, () => (next() < 0.1 ? null : Math.round(next() * 100))),
    ),
  };
  const result = assign(problem);

  it('names what is wrong', () => {
    const codes = (change: Partial<typeof result>) =>
      verifyAssignment(problem, { ...result, ...change }).findings.map((f) => f.code);
    const conflict = problem.affinity.flatMap((row, i) =>
      [...row].flatMap((v, j) => (v === null ? [[`e${i}`, `j${j}`] as const] : [])),
    )[0];
    expect(codes({})).toEqual([]);
    expect(codes({ affinity: result.affinity + 1 })).toEqual(['AFFINITY_DIFFERS']);
    expect(codes({ pairs: [...result.pairs, conflict ?? ['', '']] })).toContain('CONFLICT_ASSIGNED');
    expect(codes({ pairs: [...result.pairs, ['e0', 'nobody']] })).toContain('UNKNOWN_PAIR');
    expect(codes({ pairs: [...result.pairs, result.pairs[0] ?? ['', '']] })).toContain('DUPLICATE_PAIR');
    expect(codes({ pairs: result.pairs.slice(1) })).toContain('LEVELS_DO_NOT_PROVE');
    expect(codes({ proof: { ...result.proof, prices: [] } })).toContain('PROOF_INCOMPLETE');
    expect(
      codes({ proof: { ...result.proof, prices: result.proof.prices.map((p, k) => p + (k % 2) * 7) } }),
    ).toContain('PRICES_DO_NOT_PROVE');
    expect(
      codes({ proof: { ...result.proof, levels: result.proof.levels.map((l) => (l ?? 0) + 9) } }),
    ).toContain('LEVELS_DO_NOT_PROVE');
  });
});
