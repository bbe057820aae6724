import { describe, expect, it } from 'vitest';
import { normal, random } from '../random.ts';
import { anchorMonitor, type MonitoredSheet } from './anchor-monitor.ts';

const work = (
  judge: string,
  differences: readonly number[],
  anchors: readonly number[] = [],
): MonitoredSheet[] =>
  differences.map((difference, i) => ({
    judge,
    entry: `e${i}`,
    order: i + 1,
    difference,
    anchor: anchors.includes(i),
  }));

describe('the monitor of judges at work', () => {
  it('tells the difference over all shared entries and over the anchors', () => {
    const [one] = anchorMonitor(work('J01', [2, 4, 6, 8], [1, 3]));
    expect(one).toMatchObject({
      compared: 4,
      difference: 5,
      anchors: 2,
      anchorDifference: 6,
      drift: null,
      drifting: false,
    });
  });

  it('tells a judge who grows milder, whatever the order of the sheets', () => {
    const sheets = work('J01', [-4, -5, -3, -4, 3, 4, 5, 4]);
    const [one] = anchorMonitor([...sheets].reverse());
    expect(one).toMatchObject({ drift: 8, drifting: true });
  });

  it('tells a step between two halves without any spread', () => {
    expect(anchorMonitor(work('J01', [0, 0, 0, 4, 4, 4]))).toMatchObject([
      { drift: 4, driftError: 0, drifting: true },
    ]);
    expect(anchorMonitor(work('J01', [2, 2, 2, 2, 2, 2]))).toMatchObject([{ drift: 0, drifting: false }]);
  });

  // Marks spread widely, so that it is chance that is tested and not the least drift told. Nominal: 1 %.
  it.each([6, 8, 14])('tells no drift of an honest judge of %i sheets but by rare chance', (sheets) => {
    const draw = normal(random(5));
    const judges = Array.from({ length: 2000 }, (_, j) =>
      work(
        `J${j}`,
        Array.from({ length: sheets }, () => 20 * draw()),
      ),
    );
    const told = anchorMonitor(judges.flat()).filter(({ drifting }) => drifting).length;
    expect(told / 2000).toBeLessThan(0.02);
  });
});
