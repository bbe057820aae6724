import type { RankingItem } from './results-ranking.ts';
import { placeOn, type ScoreScale } from './results-scale.ts';

/** One row of the picture, in words and figures. */
export interface ImageRow {
  readonly place: string;
  readonly title: string;
  readonly note: string;
  readonly score: string;
  readonly total: number | null;
  readonly award: string;
  readonly dots: readonly { readonly value: number; readonly counted: boolean }[];
  readonly interval: { readonly best: number; readonly worst: number } | null;
  readonly doubtful: boolean;
}

/** What the picture is made of. */
export interface RankingImage {
  readonly title: string;
  readonly heads: readonly [string, string, string, string, string, string];
  readonly items: readonly (
    | { readonly kind: 'row'; readonly row: ImageRow }
    | { readonly kind: 'line'; readonly text: string }
  )[];
  readonly scale: ScoreScale;
  /** How many there are to be placed among. */
  readonly count: number;
  readonly legend: string;
}

const WIDTH = 1120;
const ROW = 34;
const X = {
  place: 24,
  title: 76,
  score: 520,
  dots: 540,
  dotsEnd: 800,
  interval: 824,
  intervalEnd: 924,
  award: 960,
} as const;

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** About what fits into a width: a Chinese character counts two. */
export function clipped(text: string, units: number): string {
  let used = 0;
  for (const [i, sign] of [...text].entries()) {
    used += sign.codePointAt(0) !== undefined && (sign.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
    if (used > units) return `${[...text].slice(0, Math.max(0, i - 1)).join('')}…`;
  }
  return text;
}

/** A ranking as one SVG with nothing but shapes and text, so that it can be kept, printed and turned into a PNG. */
export function rankingSvg({ title, heads, items, scale, count, legend }: RankingImage): string {
  const text = (x: number, y: number, words: string, more = ''): string =>
    `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
  const across = (value: number): number => X.dots + ((X.dotsEnd - X.dots) * placeOn(scale, value)) / 100;
  const spot = (place: number): number =>
    count <= 1 ? X.interval : X.interval + ((X.intervalEnd - X.interval) * (place - 1)) / (count - 1);
  const parts: string[] = [
    text(X.place, 40, title, 'font-size="20" font-weight="600"'),
    text(X.place, 74, heads[0], 'fill="#6b6560"'),
    text(X.title, 74, heads[1], 'fill="#6b6560"'),
    text(X.score, 74, heads[2], 'fill="#6b6560" text-anchor="end"'),
    text(X.dots, 74, heads[3], 'fill="#6b6560"'),
    text(X.interval, 74, heads[4], 'fill="#6b6560"'),
    text(X.award, 74, heads[5], 'fill="#6b6560"'),
    ...scale.ticks.map((tick) =>
      text(across(tick), 90, String(tick), 'font-size="10" fill="#8a837d" text-anchor="middle"'),
    ),
  ];
  let y = 100;
  for (const item of items) {
    if (item.kind === 'line') {
      parts.push(
        text(X.place, y + 18, item.text, 'fill="#1E4FA3" font-size="12"'),
        `<line x1="${X.place}" x2="${WIDTH - 24}" y1="${y + 25}" y2="${y + 25}" stroke="#1E4FA3" stroke-width="2"/>`,
      );
      y += 30;
      continue;
    }
    const { row } = item;
    const middle = y + ROW / 2;
    parts.push(
      row.doubtful
        ? `<line x1="${X.place - 10}" x2="${X.place - 10}" y1="${y + 2}" y2="${y + ROW - 2}" stroke="#7C4DBE" stroke-width="2" stroke-dasharray="4 3"/>`
        : '',
      text(X.place, middle + 5, row.place, 'font-weight="600"'),
      text(X.title, middle + 5, `${clipped(row.title, 44)}`),
      text(X.score, middle + 5, row.score, 'text-anchor="end" font-weight="600"'),
      ...scale.ticks.map(
        (tick) =>
          `<line x1="${across(tick)}" x2="${across(tick)}" y1="${y + 4}" y2="${y + ROW - 4}" stroke="#e6e1dc"/>`,
      ),
      row.total === null
        ? ''
        : `<line x1="${across(row.total)}" x2="${across(row.total)}" y1="${y + 6}" y2="${y + ROW - 6}" stroke="#2b2724" stroke-width="3"/>`,
      ...row.dots.map(
        ({ value, counted }) =>
          `<circle cx="${across(value)}" cy="${middle}" r="4.5" stroke="#1E4FA3" stroke-width="2" fill="${counted ? '#1E4FA3' : '#ffffff'}" fill-opacity="0.85"/>`,
      ),
      `<line x1="${X.interval}" x2="${X.intervalEnd}" y1="${middle}" y2="${middle}" stroke="#e6e1dc" stroke-width="6" stroke-linecap="round"/>`,
      row.interval
        ? `<line x1="${spot(row.interval.best)}" x2="${Math.max(spot(row.interval.best) + 1, spot(row.interval.worst))}" y1="${middle}" y2="${middle}" stroke="#7C4DBE" stroke-width="6" stroke-linecap="round"/>`
        : '',
      text(X.award, middle + 5, clipped(`${row.award}${row.note ? ` ${row.note}` : ''}`, 20)),
      `<line x1="${X.place}" x2="${WIDTH - 24}" y1="${y + ROW}" y2="${y + ROW}" stroke="#efebe7"/>`,
    );
    y += ROW;
  }
  const height = y + 40;
  parts.push(text(X.place, height - 14, clipped(legend, 170), 'font-size="11" fill="#6b6560"'));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif" font-size="14" fill="#2b2724"><rect width="100%" height="100%" fill="#ffffff"/>${parts.join('')}</svg>`;
}

/** The items of a ranking as the picture draws them. */
export function imageItems<R>(
  items: readonly RankingItem<R>[],
  rowOf: (row: R, rank: number | null) => ImageRow,
  lineOf: (line: Extract<RankingItem<R>, { kind: 'line' }>['line']) => string,
): RankingImage['items'] {
  return items.map((item) =>
    item.kind === 'line'
      ? { kind: 'line', text: lineOf(item.line) }
      : { kind: 'row', row: rowOf(item.row, item.rank) },
  );
}

/** Hands an SVG to the person as a PNG at twice its size; as SVG where the browser cannot draw it. */
export async function savePicture(svg: string, name: string): Promise<void> {
  const source = new Blob([svg], { type: 'image/svg+xml' });
  const address = URL.createObjectURL(source);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * 2;
    canvas.height = picture.height * 2;
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    download(png ?? source, `${name}.${png ? 'png' : 'svg'}`);
  } catch {
    // Some browsers refuse to decode an SVG of this size: the drawing itself is as good.
    download(source, `${name}.svg`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
