import type { EntryState } from '@xinghuo/shared/competition/entry';
import type { ObjectionState } from '@xinghuo/shared/judging/domain/objection';
import type { ResultFlag } from '@xinghuo/shared/judging/domain/result';
import type { RuleKind, ScoringRule } from '@xinghuo/shared/judging/scoring/rules';
import { sql } from 'kysely';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import type { Named, Titled } from './print-words.ts';
import { dashboardRead, judgingProgressRead } from './progress.read.ts';
import { deliberationRead, objectionRead, resultRead } from './result.read.ts';

/** A round's sheets and judges as they stand. */
export interface ReportRound {
  readonly round: (Titled & { readonly id: string }) | null;
  readonly total: number;
  readonly submitted: number;
  readonly recused: number;
  readonly byJudge: readonly (Named & { readonly code: string; readonly submitted: number })[];
}

/** What of the stored analysis the report tells; the words of the contract. */
export interface ReportAnalysis {
  readonly rounds: readonly {
    readonly roundId: string;
    readonly sheets: number;
    readonly model: {
      readonly entryDeviation: number;
      readonly judgeDeviation: number;
      readonly residualDeviation: number;
    };
    readonly reliability: {
      readonly judgesPerEntry: number;
      readonly agreement: number | null;
      readonly absolute: number | null;
      readonly relative: number | null;
      readonly judgesNeeded: number | null;
    };
    readonly judges: readonly {
      readonly judgeCode: string;
      readonly sheets: number;
      readonly severity: number;
      readonly standardError: number;
      readonly mean: number;
      readonly deviation: number;
      readonly flags: readonly { readonly kind: string }[];
    }[];
  }[];
  readonly lines: readonly {
    readonly awardId: string | null;
    readonly categoryId: string | null;
    readonly quota: number;
    readonly inseparable: readonly string[];
    readonly expectedWrong: number;
  }[];
}

/** The official result of the edition as the report tells it. */
export interface ReportResult {
  readonly competition: (Titled & { readonly id: string; readonly year: number }) | null;
  readonly ruleKind: RuleKind;
  readonly rule: ScoringRule;
  readonly computedAt: string;
  readonly frozenAt: string | null;
  readonly resultDigest: string;
  readonly publication: { readonly digest: string } | null;
  readonly awardLines: readonly {
    readonly awardId: string;
    readonly awardTitle: string;
    readonly awardTitleEn: string;
    readonly categoryId: string | null;
    readonly quota: number;
    readonly given: readonly string[];
    readonly line: string | null;
  }[];
  readonly analysis: ReportAnalysis | null;
  readonly rows: readonly {
    readonly category: (Titled & { readonly id: string }) | null;
    readonly award: Titled | null;
    readonly total: string | null;
    readonly flags: readonly ResultFlag[] | null;
    readonly entry:
      | (Titled & { readonly number: string | null; readonly team: (Named & { readonly id: string }) | null })
      | null;
  }[];
}

export interface ReportDecision {
  readonly entry: (Titled & { readonly number: string | null }) | null;
  readonly from: Titled | null;
  readonly to: Titled | null;
  readonly reason: string;
}

export interface ReportObjection {
  readonly entry: (Titled & { readonly number: string | null }) | null;
  readonly text: string;
  readonly state: ObjectionState;
  readonly decision: string | null;
  readonly createdAt: string;
  readonly decidedAt: string | null;
}

/** Everything the organisers' report is made from. */
export interface ReportFacts {
  readonly result: ReportResult;
  readonly entriesByState: readonly { readonly state: EntryState; readonly count: number }[];
  readonly rounds: readonly ReportRound[];
  readonly decisions: readonly ReportDecision[];
  readonly objections: readonly ReportObjection[];
}

const RESULT = fixedSelection(
  'competition { id title titleEn year } ruleKind rule computedAt frozenAt resultDigest publication { digest } awardLines analysis rows { category { id title titleEn } award { title titleEn } total flags entry { number title titleEn team { id name nameEn } } }',
);
const EDITION = fixedSelection('entriesByState');
const ROUND = fixedSelection('round { id title titleEn } total submitted recused byJudge');
const DECISION = fixedSelection(
  'entry { number title titleEn } from { title titleEn } to { title titleEn } reason',
);
const OBJECTION = fixedSelection('entry { number title titleEn } text state decision createdAt decidedAt');
/** Decisions and objections of one report at most. */
const MOST = 1000;

/** Reads the report of an edition as the viewer may see it; null without an official result. */
export async function reportFacts(
  context: RequestContext,
  competitionId: string,
): Promise<ReportFacts | null> {
  const result = (await context.one(
    RESULT,
    resultRead,
    (row) =>
      sql<boolean>`(${row.col('competition')} = ${competitionId} and ${row.col('round')} is null and ${row.col('official')})`,
  )) as unknown as ReportResult | null;
  const edition = (await context.byId(EDITION, dashboardRead, competitionId)) as unknown as Pick<
    ReportFacts,
    'entriesByState'
  > | null;
  if (!result || !edition) return null;
  const [rounds, decisions, objections] = await Promise.all([
    context.many(ROUND, judgingProgressRead, {
      where: (row) => sql<boolean>`${row.col('competition')} = ${competitionId}`,
      order: (row) => sql`${row.col('position')}`,
      limit: 20,
    }),
    context.many(DECISION, deliberationRead, {
      where: (row) => sql<boolean>`${row.col('competition')} = ${competitionId}`,
      order: (row) => sql`${row.col('at')}, ${row.id}`,
      limit: MOST,
    }),
    context.many(OBJECTION, objectionRead, {
      where: (row) => sql<boolean>`${row.col('competition')} = ${competitionId}`,
      order: (row) => sql`${row.col('createdAt')}, ${row.id}`,
      limit: MOST,
    }),
  ]);
  return {
    result,
    entriesByState: edition.entriesByState,
    rounds: rounds as unknown as readonly ReportRound[],
    decisions: decisions as unknown as readonly ReportDecision[],
    objections: objections as unknown as readonly ReportObjection[],
  };
}
