import type { RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { type Estimate, percent } from './statistics.ts';
import { type AssignmentOutcome, studyAssignment, type Way } from './study-assignment.ts';
import { type ReviewOutcome, studyReviews } from './study-reviews.ts';
import { type ScenarioOutcome, studyRules } from './study-rules.ts';

/** Everything a run found; the same numbers of competitions give the same report. */
export interface Report {
  readonly competitions: number;
  readonly scenarios: readonly ScenarioOutcome[];
  readonly assignment: readonly AssignmentOutcome[];
  readonly reviews: readonly ReviewOutcome[];
}

/** Simulates everything; `say` is told what is being done. */
export function reportOf(competitions: number, say: (line: string) => void): Report {
  const scenarios = SCENARIOS.map((scenario) => {
    say(scenario.en);
    return studyRules(scenario, competitions * scenario.times, 1_000_000);
  });
  const assignment = (
    [
      [2, false],
      [3, false],
      [5, false],
      [3, true],
      [5, true],
    ] as const
  ).map(([perEntry, fields]) => {
    say(`Assignment: ${perEntry} judges to an entry${fields ? ', who know a field each' : ''}`);
    return studyAssignment(perEntry, fields, competitions, 2_000_000);
  });
  const reviews = [15, 30, 60].map((budget) => {
    say(`${budget} extra reviews`);
    return studyReviews(budget, competitions, 3_000_000);
  });
  return { competitions, scenarios, assignment, reviews };
}

/** The two languages a table is written in. */
export type Language = 'zh' | 'en';

const RULE_NAMES: Readonly<Record<RuleKind, { zh: string; en: string }>> = {
  MEAN: { zh: '平均', en: 'mean' },
  TRIMMED_MEAN: { zh: '去高去低', en: 'trimmed' },
  MEDIAN: { zh: '中位数', en: 'median' },
  Z_SCORE: { zh: '标准分', en: 'z-score' },
  RANK: { zh: '名次分', en: 'rank' },
  SEVERITY: { zh: '宽严模型', en: 'model' },
};
const WAY_NAMES: Readonly<Record<Way, { zh: string; en: string }>> = {
  DESIGNED: { zh: '设计', en: 'designed' },
  LOT: { zh: '抽签、负荷均匀', en: 'by lot, loads even' },
  ANY: { zh: '任意抽', en: 'any judges' },
  CLOSED: { zh: '封闭的组', en: 'closed panels' },
};

/** The name of a rule as short as a table needs it. */
export const shortName = (rule: RuleKind): { zh: string; en: string } => RULE_NAMES[rule];

/** What a scenario outcome is the outcome of. */
export function scenarioOf(outcome: ScenarioOutcome): Scenario {
  const found = SCENARIOS.find((s) => s.id === outcome.scenario);
  if (!found) throw new Error(`There is no scenario "${outcome.scenario}".`);
  return found;
}

export interface Table {
  readonly title: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const signed = (e: Estimate): string => percent(e, true);

/** The report as tables, figures in per cent with 95 % confidence intervals. */
export function tablesOf(report: Report, language: Language): Table[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const name = (s: Scenario): string => (s.flatters ? `${s[language]} †` : s[language]);
  const rules = report.scenarios[0]?.rules.map((r) => RULE_NAMES[r.rule][language]) ?? [];
  const kind = say('比赛', 'competition');
  const table = (title: string, heading: readonly string[], rows: readonly (readonly string[])[]): Table => ({
    title,
    heading,
    rows,
  });
  return [
    table(
      say('类别奖给对了多少（%）', 'Category awards that go to the right entries (%)'),
      [kind, ...rules],
      report.scenarios.map((o) => [name(scenarioOf(o)), ...o.rules.map((r) => percent(r.category))]),
    ),
    table(
      say('总奖给对了多少（%）', 'Overall awards that go to the right entries (%)'),
      [kind, ...rules],
      report.scenarios.map((o) => [name(scenarioOf(o)), ...o.rules.map((r) => percent(r.overall))]),
    ),
    table(
      say(
        '95% 区间含有真实差距的比例、被提示的评委（%）',
        'How often 95 % intervals of differences hold the true one, and judges flagged (%)',
      ),
      [
        kind,
        say('同类别两项', 'same category'),
        say('任意两项', 'any two'),
        say('奖项线两侧', 'either side of the line'),
        say('被提示的评委', 'judges flagged'),
      ],
      report.scenarios.map((o) => [
        name(scenarioOf(o)),
        percent(o.coverage.category),
        percent(o.coverage.any),
        percent(o.coverage.atLine),
        percent(o.flagged),
      ]),
    ),
    table(
      say('设计的分配比其他办法多给对多少（百分点）', 'What designed assignment adds (percentage points)'),
      [
        say('每项评委数、评委', 'judges to an entry, and what they know'),
        say('与之相比', 'against'),
        say('按平均', 'by mean'),
        say('按宽严模型', 'by model'),
      ],
      report.assignment.flatMap((a) =>
        a.ways
          .filter((w) => w.way !== 'DESIGNED')
          .map((w) => [
            `${a.perEntry}${say('，', ', ')}${a.fields ? say('各有专长', 'a field each') : say('不分专长', 'all alike')}`,
            WAY_NAMES[w.way][language],
            signed(w.designedAddsMean),
            signed(w.designedAddsModel),
          ]),
      ),
    ),
    table(
      say('追加评审多给对多少（百分点）', 'What extra reviews add (percentage points)'),
      [
        say('追加', 'reviews'),
        say('平均摊，按平均', 'evenly, by mean'),
        say('引擎选，按平均', 'chosen, by mean'),
        say('相差', 'difference'),
        say('平均摊，按模型', 'evenly, by model'),
        say('引擎选，按模型', 'chosen, by model'),
        say('相差', 'difference'),
      ],
      report.reviews.map((r) => [
        String(r.budget),
        ...(['mean', 'model'] as const).flatMap((by) => [
          signed(r.even[by]),
          signed(r.chosen[by]),
          signed(r.choiceAdds[by]),
        ]),
      ]),
    ),
  ];
}

/** A table for a terminal. */
export function plainText({ title, heading, rows }: Table): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, c) => Math.max(...all.map((row) => row[c]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join('  ');
  return `${title}\n${all.map((row) => `  ${line(row).trimEnd()}`).join('\n')}\n`;
}

/** A table for a page. */
export function markdown({ title, heading, rows }: Table): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  return `**${title}**\n\n${[heading, heading.map((_, c) => (c === 0 ? '---' : '---:')), ...rows].map(line).join('\n')}\n`;
}
