import { disagreements } from '../flags/entry-flags.ts';
import { judgeFlags, type MonitoredSheet } from '../flags/judge-flags.ts';
import { item } from '../numeric.ts';
import { toNumber } from '../scoring/ratio.ts';
import { sheetTotals } from '../scoring/sheet-total.ts';
import type { CompetitionInput, RoundInput } from '../scoring/types.ts';
import { Differences } from '../severity/differences.ts';
import { type FittedModel, fitSeverity } from '../severity/fit.ts';
import { Plausible } from '../severity/plausible.ts';
import { kendallW, reliabilityOf } from '../severity/reliability.ts';
import type { Rating } from '../severity/types.ts';
import type { WorkHooks } from '../work-hooks.ts';
import type { AnalysisSettings, Concordance, EntryFlag, JudgeAnalysis, RoundAnalysis } from './types.ts';

/** A round that has marks, with its model. */
export interface FittedRound {
  readonly id: string;
  readonly weight: number;
  readonly model: FittedModel;
  readonly plausible: Plausible;
  readonly differences: Differences;
  /** Position of an entry in the model. */
  readonly at: ReadonlyMap<string, number>;
  readonly analysis: RoundAnalysis;
  readonly disagreements: ReadonlyMap<string, EntryFlag>;
}

type Sheet = MonitoredSheet & { readonly category: string };

function judgesOf(
  model: FittedModel,
  sheets: readonly Sheet[],
  settings: AnalysisSettings,
): readonly JudgeAnalysis[] {
  const own = Map.groupBy(sheets, (s) => s.judge);
  const { readingSeconds } = settings;
  const flags = Map.groupBy(
    judgeFlags(model.fit, sheets, readingSeconds === null ? {} : { readingSeconds }),
    (f) => f.judge,
  );
  return model.fit.judges.map((judge) => {
    const values = (own.get(judge.id) ?? []).map((s) => s.score);
    const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
    const squares = values.reduce((acc, v) => acc + (v - mean) ** 2, 0);
    const histogram = new Array<number>(10).fill(0);
    for (const value of values) {
      const bin = Math.min(9, Math.max(0, Math.floor(value / 10)));
      histogram[bin] = (histogram[bin] ?? 0) + 1;
    }
    return {
      judgeCode: judge.id,
      sheets: values.length,
      severity: judge.effect,
      standardError: Math.sqrt(Math.max(0, judge.predictionErrorVariance)),
      mean,
      deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0,
      lowest: Math.min(...values),
      highest: Math.max(...values),
      histogram,
      flags: (flags.get(judge.id) ?? []).map(({ judge: _judge, ...flag }) => flag),
    };
  });
}

function concordanceOf(ratings: readonly Rating[]): readonly Concordance[] {
  return [...Map.groupBy(ratings, (r) => r.category ?? '')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([category, own]) => {
      const w = kendallW(own);
      return w === null
        ? []
        : [
            {
              categoryId: category,
              judges: new Set(own.map((r) => r.judge)).size,
              entries: new Set(own.map((r) => r.entry)).size,
              w,
            },
          ];
    });
}

function sheetsOf(
  round: RoundInput,
  categories: ReadonlyMap<string, string>,
  settings: AnalysisSettings,
): Sheet[] {
  const work = new Map(
    settings.work.flatMap((w) => (w.round === round.id ? [[`${w.judge} ${w.entry}`, w] as const] : [])),
  );
  const totals = sheetTotals(round.criteria, round.sheets);
  return round.sheets
    .map((sheet, k) => {
      const told = work.get(`${sheet.judge} ${sheet.entry}`);
      return {
        judge: sheet.judge,
        entry: sheet.entry,
        category: categories.get(sheet.entry) ?? '',
        score: toNumber(item(totals, k)),
        ...(sheet.order === undefined ? {} : { order: sheet.order }),
        ...(told?.seconds === undefined ? {} : { seconds: told.seconds }),
        ...(told?.remark === undefined ? {} : { remark: told.remark }),
      };
    })
    .sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : a.judge < b.judge ? -1 : 1));
}

/** Fits the severity model of one round; null when it has no sheets. */
export function fitRound(
  input: CompetitionInput,
  round: RoundInput,
  settings: AnalysisSettings,
  hooks: WorkHooks,
): FittedRound | null {
  if (round.sheets.length === 0) return null;
  const categories = new Map(input.entries.map((e) => [e.id, e.category]));
  const sheets = sheetsOf(round, categories, settings);
  const model = fitSeverity(sheets, hooks);
  const { fit, predictions } = model;
  const plausible = new Plausible(model);
  return {
    id: round.id,
    weight: Number(round.weight),
    model,
    plausible,
    differences: new Differences(model, plausible),
    at: new Map(fit.entries.map((e, k) => [e.id, k])),
    disagreements: new Map(
      disagreements(fit, sheets).map(({ entry, ...flag }) => [
        entry,
        {
          kind: 'DISAGREEMENT',
          roundId: round.id,
          ...flag,
          judgeCode: null,
          awardId: null,
          withoutAwardId: null,
        },
      ]),
    ),
    analysis: {
      roundId: round.id,
      sheets: sheets.length,
      model: {
        remlCriterion: fit.remlCriterion,
        intercept: fit.intercept.estimate,
        interceptError: fit.intercept.standardError,
        entryDeviation: fit.standardDeviation.entry,
        judgeDeviation: fit.standardDeviation.judge,
        residualDeviation: fit.standardDeviation.residual,
        singular: fit.singular,
        entryNote: fit.notes.entry,
        judgeNote: fit.notes.judge,
        components: fit.components,
      },
      reliability: reliabilityOf(fit),
      kendallW: kendallW(sheets),
      concordance: concordanceOf(sheets),
      judges: judgesOf(model, sheets, settings),
      entries: fit.entries.map((e, k) => ({
        entryId: e.id,
        level: predictions.entryLevel(k),
        effect: e.effect,
        conditionalVariance: e.conditionalVariance,
        predictionErrorVariance: e.predictionErrorVariance,
      })),
    },
  };
}
