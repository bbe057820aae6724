/** Breaking text into lines, by the rules of Chinese typesetting (GB/T 15834, W3C CLREQ) and of words in Latin script. */

/** Width of one character at size 1. */
export type Measure = (character: string) => number;

/** One line. `full` lines end because the next character did not fit, so they may be spread to the margin. */
export interface Line {
  readonly text: string;
  /** Natural width at the size asked for. */
  readonly width: number;
  readonly full: boolean;
}

const NOT_AT_START = new Set('，。、；：？！）》〉」』】〕”’…—～·%％‰℃,.;:?!)]}>');
const NOT_AT_END = new Set('（《〈「『【〔“‘([{<¥￥$');
/** An entry's number, 2026-应急-012: its characters would let it break on both sides of the category. */
const ATOM = /\d+-\p{Script=Han}+-\d+|./gsu;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}_@#&+\-./:%'’,]/u;

/**
 * Breaks a text into lines no wider than `width`. Words and numbers stay whole when they fit on a line; closing
 * punctuation never begins a line and opening punctuation never ends one. `indent` narrows the first line.
 */
export function breakLines(text: string, measure: Measure, size: number, width: number, indent = 0): Line[] {
  const lines: Line[] = [];
  for (const [index, paragraph] of text.split('\n').entries()) {
    const units = toUnits(paragraph);
    let room = width - (index === 0 ? indent : 0);
    let line: string[] = [];
    let used = 0;
    const flush = (full: boolean) => {
      const content = line.join('').trimEnd();
      lines.push({ text: content, width: widthOf(content, measure, size), full });
      line = [];
      used = 0;
      room = width;
    };
    for (const unit of units) {
      const unitWidth = widthOf(unit.trimEnd(), measure, size);
      if (used > 0 && used + unitWidth > room + 0.01) flush(true);
      if (unitWidth > room) {
        // One word wider than a line, such as a long address: broken wherever it must be.
        for (const character of unit) {
          const step = measure(character) * size;
          if (used > 0 && used + step > room) flush(true);
          line.push(character);
          used += step;
        }
      } else if (used > 0 || unit.trim() !== '') {
        line.push(unit);
        used += widthOf(unit, measure, size);
      }
    }
    flush(false);
  }
  return lines;
}

/** Width of a text on one line. */
export function widthOf(text: string, measure: Measure, size: number): number {
  let width = 0;
  for (const character of text) width += measure(character);
  return width * size;
}

/** Width of the longest piece that no line break may divide. */
export function widestUnit(text: string, measure: Measure, size: number): number {
  return Math.max(
    0,
    ...text
      .split('\n')
      .flatMap(toUnits)
      .map((unit) => widthOf(unit.trimEnd(), measure, size)),
  );
}

/** The pieces a line may be broken between. */
function toUnits(paragraph: string): string[] {
  const units: string[] = [];
  let current = '';
  let last = '';
  for (const character of paragraph.match(ATOM) ?? []) {
    const together =
      current === '' ||
      NOT_AT_START.has(character) ||
      NOT_AT_END.has(last) ||
      (WORD.test(last) && WORD.test(character)) ||
      (character === ' ' && last !== '');
    if (together) {
      current += character;
    } else {
      units.push(current);
      current = character;
    }
    last = character;
  }
  if (current !== '') units.push(current);
  return units;
}
