import type { RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { type Report, scenarioOf, shortName } from './report.ts';
import type { Estimate } from './statistics.ts';

/*
 * The picture of a report as SVG: on the left how often each rule awards the right entries, in the middle how often
 * intervals hold the truth, below what assignment and extra reviews add. Every figure with its 95 % interval.
 */

/** Colours that stay apart for the colour-blind (Okabe & Ito). */
const COLOURS: Readonly<Record<RuleKind, string>> = {
  MEAN: '#767676',
  TRIMMED_MEAN: '#56b4e9',
  MEDIAN: '#b58900',
  Z_SCORE: '#009e73',
  RANK: '#cc79a7',
  SEVERITY: '#c8102e',
};
const WIDTH = 1080;
const ROW = 34;
const TOP = 96;
const INK = '#222';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const n = (value: number): string => (Math.round(value * 10) / 10).toString();

function text(x: number, y: number, content: string, size = 12, more = ''): string {
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${INK}" ${more}>${escaped(content)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string, width = 1): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${colour}" stroke-width="${width}"/>`;
}

/** A figure with its interval, and what it is for whoever points at it. */
function point(of: Estimate, scale: Scale, y: number, colour: string, what: string): string {
  const [from, to] = [of.mean - of.margin, of.mean + of.margin];
  return `<g><title>${escaped(what)}: ${(100 * of.mean).toFixed(1)} ± ${(100 * of.margin).toFixed(1)}</title>${line(
    scale.x(from),
    y,
    scale.x(to),
    y,
    colour,
    2,
  )}<circle cx="${n(scale.x(of.mean))}" cy="${n(y)}" r="3.6" fill="${colour}"/></g>`;
}

interface Scale {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  readonly x: (value: number) => number;
}

function scaleOf(left: number, right: number, low: number, high: number): Scale {
  const x = (value: number): number =>
    left + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (right - left);
  return { left, right, low, high, x };
}

function grid(scale: Scale, top: number, bottom: number, step: number, signed = false): string {
  const marks: string[] = [];
  for (let v = Math.ceil(scale.low / step) * step; v <= scale.high + 1e-9; v += step) {
    const label = `${signed && v > 1e-9 ? '+' : ''}${Math.round(100 * v)}`;
    marks.push(
      line(scale.x(v), top, scale.x(v), bottom, Math.abs(v) < 1e-9 ? '#999' : '#e4e4e4'),
      text(scale.x(v), bottom + 15, label, 11, `text-anchor="middle"`),
    );
  }
  return marks.join('');
}

/** Two lines of a label, Chinese above English. */
function label(x: number, y: number, zh: string, en: string): string {
  return `${text(x, y - 2, zh, 12.5)}${text(x, y + 11, en, 10, `fill-opacity="0.75"`)}`;
}

function rulesPart(report: Report): string {
  const scale = scaleOf(250, 690, 0.55, 0.9);
  const bottom = TOP + ROW * report.scenarios.length;
  const rows = report.scenarios.map((o, k) => {
    const scenario = scenarioOf(o);
    const middle = TOP + ROW * k + ROW / 2;
    const points = o.rules.map((r, i) =>
      point(r.category, scale, middle + (i - 2.5) * 4.8, COLOURS[r.rule], shortName(r.rule).en),
    );
    return `${k % 2 ? '' : `<rect x="16" y="${n(middle - ROW / 2)}" width="${WIDTH - 32}" height="${ROW}" fill="#f6f6f4"/>`}${label(
      24,
      middle,
      `${scenario.zh}${scenario.flatters ? ' †' : ''}`,
      scenario.en,
    )}`.concat(points.join('\n'));
  });
  const legend = (report.scenarios[0]?.rules ?? []).map(({ rule }, i) => {
    const x = 250 + (i % 6) * 74;
    return `<circle cx="${x}" cy="${TOP - 14}" r="4" fill="${COLOURS[rule]}"/>${text(x + 8, TOP - 10, shortName(rule).zh, 11.5)}`;
  });
  return [
    ...rows.map((row) => row.split('<g>')[0] ?? ''),
    grid(scale, TOP, bottom, 0.05),
    ...rows.map((row) => row.slice((row.split('<g>')[0] ?? '').length)),
    ...legend,
    text(250, 44, '类别奖给对了多少（%）', 14, 'font-weight="600"'),
    text(250, 62, 'Category awards to the right entries, by rule', 11.5),
  ].join('\n');
}

function coveragePart(report: Report): string {
  const scale = scaleOf(730, 1050, 0.7, 1);
  const bottom = TOP + ROW * report.scenarios.length;
  const band = `<rect x="${n(scale.x(0.94))}" y="${TOP}" width="${n(scale.x(0.96) - scale.x(0.94))}" height="${bottom - TOP}" fill="#009e73" fill-opacity="0.16"/>`;
  const points = report.scenarios.map((o, k) =>
    point(o.coverage.category, scale, TOP + ROW * k + ROW / 2, INK, '95 % intervals, same category'),
  );
  return [
    grid(scale, TOP, bottom, 0.05),
    band,
    ...points,
    text(730, 44, '95% 区间含有真实差距的比例（%）', 14, 'font-weight="600"'),
    text(730, 62, '95 % intervals of differences that hold the truth', 11.5),
    text(730, TOP - 10, '绿带 / green: 94–96', 11.5),
  ].join('\n');
}

function gainsPart(report: Report, top: number): { svg: string; height: number } {
  const assignment = scaleOf(250, 570, -0.02, 0.14);
  const reviews = scaleOf(730, 1050, -0.01, 0.07);
  const rows = report.assignment.flatMap((a) => {
    const lot = a.ways.find((w) => w.way === 'LOT');
    return lot ? [{ a, lot }] : [];
  });
  const bottom = top + ROW * rows.length;
  const left = rows.map(({ a, lot }, k) => {
    const y = top + ROW * k + ROW / 2;
    return [
      label(
        24,
        y,
        `每项 ${a.perEntry} 位${a.fields ? '，评委各有专长' : '，评委不分专长'}`,
        `${a.perEntry} to an entry, ${a.fields ? 'judges with a field each' : 'all judges alike'}`,
      ),
      point(lot.designedAddsMean, assignment, y - 4, COLOURS.MEAN, 'by mean'),
      point(lot.designedAddsModel, assignment, y + 4, COLOURS.SEVERITY, 'by model'),
    ].join('');
  });
  const right = report.reviews.map((r, k) => {
    const y = top + ((bottom - top) / report.reviews.length) * (k + 0.5);
    return [
      label(600, y - 9, `追加 ${r.budget} 次：平均摊`, 'spread evenly'),
      label(600, y + 18, '引擎选', 'where the engine says'),
      point(r.even.mean, reviews, y - 13, COLOURS.MEAN, 'evenly, by mean'),
      point(r.even.model, reviews, y - 6, COLOURS.SEVERITY, 'evenly, by model'),
      point(r.chosen.mean, reviews, y + 13, COLOURS.MEAN, 'chosen, by mean'),
      point(r.chosen.model, reviews, y + 20, COLOURS.SEVERITY, 'chosen, by model'),
    ].join('');
  });
  const svg = [
    grid(assignment, top, bottom, 0.02, true),
    grid(reviews, top, bottom, 0.01, true),
    ...left,
    ...right,
    text(250, top - 34, '设计的分配比抽签多给对多少（百分点）', 14, 'font-weight="600"'),
    text(250, top - 16, 'What designed assignment adds over lots (points)', 11.5),
    text(730, top - 34, '追加评审多给对多少（百分点）', 14, 'font-weight="600"'),
    text(730, top - 16, 'What extra reviews add (points)', 11.5),
  ].join('\n');
  return { svg, height: bottom - top };
}

/** The whole picture. */
export function pictureOf(report: Report): string {
  const first = TOP + ROW * report.scenarios.length;
  const gains = gainsPart(report, first + 96);
  const height = first + 96 + gains.height + 84;
  const notes = [
    `每格 ${report.competitions} 场模拟比赛（小型比赛五倍）；横线为 95% 置信区间。† 分数完全按宽严模型的假设产生，模型在这里必然占便宜；其余各行都违反它的一条假设。`,
    `${report.competitions} simulated competitions each (five times as many small ones); bars are 95 % confidence intervals. † Marks made exactly as the severity model supposes, which flatters it; the other rows break one of its assumptions each.`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${n(height)}" width="${WIDTH}" height="${n(height)}" font-family="'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif" role="img" aria-label="${escaped('模拟比赛：各规则、分配与追加评审 · Simulated competitions')}">
<rect width="100%" height="100%" fill="#fff"/>
${rulesPart(report)}
${coveragePart(report)}
${gains.svg}
${notes.map((note, k) => text(24, height - 30 + 16 * k, note, 10.5, `fill-opacity="0.8"`)).join('\n')}
</svg>
`;
}
