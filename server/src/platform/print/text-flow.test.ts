import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, type Measure, widestUnit, widthOf } from './text-flow.ts';

/** Chinese characters one wide, the rest half. */
const measure: Measure = (character) => (/[\u2e80-\uffef]|\p{Script=Han}/u.test(character) ? 1 : 0.5);
const lines = (text: string, width: number, indent = 0) =>
  breakLines(text, measure, 10, width, indent).map((line) => line.text);

describe('breakLines', () => {
  it('breaks between Chinese characters but never before closing or after opening punctuation', () => {
    expect(lines('社区志愿服务队', 40)).toEqual(['社区志愿', '服务队']);
    expect(lines('社区志愿，服务', 40)).toEqual(['社区志', '愿，服务']);
    expect(lines('社区志（愿）', 40)).toEqual(['社区志', '（愿）']);
  });

  it('keeps words and numbers whole, and breaks one that is longer than a line', () => {
    expect(lines('服务 1,286 人次', 40)).toEqual(['服务', '1,286 人', '次']);
    expect(lines('https://example.org/abc', 50)).toEqual(['https://ex', 'ample.org/', 'abc']);
  });

  it('keeps the number of an entry whole, and knows the longest piece that stays whole', () => {
    expect(lines('编号2025-宣传-005号', 70)).toEqual(['编号', '2025-宣传-005', '号']);
    expect(widestUnit('编号2025-宣传-005号', measure, 10)).toBe(65);
    expect(widestUnit('Most creative\n社区', measure, 10)).toBe(40);
  });

  it('keeps line breaks, narrows only the first line, and marks lines that may be spread', () => {
    expect(lines('甲乙\n\n丙', 100)).toEqual(['甲乙', '', '丙']);
    expect(lines('社区志愿服务队', 40, 20)).toEqual(['社区', '志愿服务', '队']);
    expect(breakLines('社区志愿服务队', measure, 10, 40).map(({ full }) => full)).toEqual([true, false]);
  });

  it('loses no character and exceeds no width, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('社', '区', '，', '（', '”', 'a', '9', '-', ' ', '\n', '🙂'),
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 12 }), (written, characters) => {
        const broken = breakLines(written, measure, 10, characters * 10);
        expect(
          broken
            .map((line) => line.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(written.replace(/\s/g, ''));
        for (const line of broken) {
          expect(line.width).toBeLessThanOrEqual(characters * 10 + 0.01);
          expect(line.width).toBeCloseTo(widthOf(line.text, measure, 10));
        }
      }),
    );
  });
});
