import type { WorldPlan } from './world.ts';

/** One kind of competition to be simulated. */
export interface Scenario {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** True where the marks are made exactly as the severity model supposes: there it cannot but look good. */
  readonly flatters: boolean;
  readonly plan: WorldPlan;
  /** Judges per entry. */
  readonly perEntry: number;
  readonly panels: 'DESIGNED' | 'CLOSED' | 'OWN_CATEGORY';
  /** Share of the sheets that are never handed in. */
  readonly missing?: number;
  /** How many times as many are simulated as of the others: fewer entries say less. */
  readonly times: number;
}

/** Three categories of twenty entries, eighteen judges, five to an entry; merits differ by 4 marks, a judge errs by 3. */
const USUAL: WorldPlan = { entries: 60, categories: 3, judges: 18, merit: 4, severity: 3, residual: 3 };

type Change = Partial<WorldPlan> & Partial<Pick<Scenario, 'perEntry' | 'panels' | 'missing' | 'times'>>;

function scenario(id: string, zh: string, en: string, flatters: boolean, change: Change = {}): Scenario {
  const { perEntry = 5, panels = 'DESIGNED', times = 1, missing, ...plan } = change;
  return {
    id,
    zh,
    en,
    flatters,
    plan: { ...USUAL, ...plan },
    perEntry,
    panels,
    times,
    ...(missing === undefined ? {} : { missing }),
  };
}

/** First those that are made as the model supposes, then those that break one of its assumptions each. */
export const SCENARIOS: readonly Scenario[] = [
  scenario('mild', '宽严相差小', 'Mild differences of severity', true, { severity: 1 }),
  scenario('usual', '宽严相差一般', 'Usual differences', true),
  scenario('strong', '宽严相差大', 'Strong differences', true, { severity: 6 }),
  scenario('missing', '四分之一的评分表未交', 'A quarter of the sheets missing', true, { missing: 0.25 }),
  scenario('closed', '评委组封闭', 'Closed panels', true, { panels: 'CLOSED' }),
  scenario('small', '小型比赛：15 个项目、6 位评委', 'Small: 15 entries, 6 judges', true, {
    entries: 15,
    judges: 6,
    categories: 1,
    perEntry: 3,
    times: 5,
  }),
  scenario('wild', '百分之三的分数是乱打的', 'Three in a hundred marks wild', false, { wild: 0.03 }),
  scenario('drift', '评委前后漂移', 'Judges drift over time', false, { drift: 5 }),
  scenario('tails', '误差厚尾（t，3 自由度）', 'Heavy tails (t, 3 d.f.)', false, { tails: 3 }),
  scenario('steps', '只打 5 的倍数', 'Marks in steps of 5 only', false, { step: 5 }),
  scenario('halo', '共同的光环印象', 'Halo all judges share', false, { halo: 2 }),
  scenario('scale', '评委各有各的尺度', 'Judges with scales of their own', false, { scale: 0.4 }),
  scenario('camps', '宽严随类别、各评各的', 'Severity goes with the category', false, {
    campSeverity: 4,
    panels: 'OWN_CATEGORY',
  }),
];
