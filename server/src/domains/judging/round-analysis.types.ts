import { enumTable } from '@xinghuo/shared/kernel/label';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';

const JUDGE_FLAGS = enumTable({
  SEVERE: { zh: '偏严', en: 'Severe' },
  MILD: { zh: '偏宽', en: 'Mild' },
  FLAT: { zh: '区分度低', en: 'Flat' },
  DRIFTING_DOWN: { zh: '越评越严', en: 'Drifting down' },
  DRIFTING_UP: { zh: '越评越宽', en: 'Drifting up' },
  FAST: { zh: '评得过快', en: 'Fast' },
  REPEATS_REMARKS: { zh: '评语重复', en: 'Repeats remarks' },
});
const NOTES = enumTable({
  TOO_FEW_LEVELS: { zh: '太少', en: 'Too few', note: 'One judge, or no more entries than categories.' },
  CONFOUNDED_WITH_RESIDUAL: { zh: '与误差不可分', en: 'Confounded', note: 'One mark to a level.' },
});
const JudgeFlagKindEnum = graphqlEnum('JudgeFlagKind', 'Why a judge deserves a look.', JUDGE_FLAGS);
const ComponentNoteEnum = graphqlEnum(
  'VarianceNote',
  'Why a variance was set to 0 instead of estimated.',
  NOTES,
);

/** The severity model of a round: mark = category mean + entry + judge + residual, by restricted maximum likelihood. */
@ObjectType('AnalysisModel', {
  description:
    'The severity model of a round: mark = category mean + entry + judge + residual, by restricted maximum likelihood.',
})
export class AnalysisModelType {
  @Field(() => Float, {
    nullable: true,
    description: '−2 log of the restricted likelihood; null when all marks are equal.',
  })
  remlCriterion!: number | null;

  @Field(() => Float, { description: 'Mean of the categories’ means, in points of 100.' })
  intercept!: number;

  @Field(() => Float, { description: 'Its standard error.' })
  interceptError!: number;

  @Field(() => Float, { description: 'Standard deviation of entries.' })
  entryDeviation!: number;

  @Field(() => Float, { description: 'Standard deviation of judges: how far they differ in severity.' })
  judgeDeviation!: number;

  @Field(() => Float, { description: 'Standard deviation of what neither explains.' })
  residualDeviation!: number;

  @Field(() => Boolean, { description: 'A variance lies on its boundary, 0.' })
  singular!: boolean;

  @Field(() => ComponentNoteEnum, {
    nullable: true,
    description: 'Why the entries’ variance was not estimated.',
  })
  entryNote!: keyof typeof NOTES | null;

  @Field(() => ComponentNoteEnum, {
    nullable: true,
    description: 'Why the judges’ variance was not estimated.',
  })
  judgeNote!: keyof typeof NOTES | null;

  @Field(() => Int, {
    description: 'Parts the judge-entry graph falls into; above 1, parts are compared by assumption only.',
  })
  components!: number;
}

/** How far the marks of a panel can be trusted to order entries. */
@ObjectType('PanelReliability', {
  description: 'How far the marks of a panel can be trusted to order entries.',
})
export class PanelReliabilityType {
  @Field(() => Float, {
    description: 'Judges an entry the coefficients are for: harmonic mean of what the entries got.',
  })
  judgesPerEntry!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Generalisability where every entry has the same judges, or severity is adjusted.',
  })
  relative!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Generalisability where judges differ between entries and nothing is adjusted.',
  })
  absolute!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Intraclass correlation of single marks, agreement: ICC(2,1).',
  })
  agreement!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Intraclass correlation of single marks, consistency: ICC(3,1).',
  })
  consistency!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Judges an entry that would reach the target without adjustment; null where no number does.',
  })
  judgesNeeded!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same with severity adjusted.' })
  judgesNeededAdjusted!: number | null;

  @Field(() => Float, { description: 'The reliability aimed at.' })
  target!: number;
}

/** Kendall’s W in a category whose judges all marked all of its entries. */
@ObjectType('Concordance', {
  description: 'Kendall’s W in a category whose judges all marked all of its entries.',
})
export class ConcordanceType {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => Int, { description: 'Judges.' })
  judges!: number;

  @Field(() => Int, { description: 'Entries.' })
  entries!: number;

  @Field(() => Float, { description: '0 … 1: 1 when all judges rank alike.' })
  w!: number;
}

/** Why a judge deserves a look. It is a question, never a verdict. */
@ObjectType('JudgeFlag', { description: 'Why a judge deserves a look. It is a question, never a verdict.' })
export class JudgeFlagType {
  @Field(() => JudgeFlagKindEnum, { description: 'Why.' })
  kind!: keyof typeof JUDGE_FLAGS;

  @Field(() => Float, {
    description:
      'How unusual, in standard deviations; for FAST and REPEATS_REMARKS the share of sheets, 0 … 1.',
  })
  strength!: number;

  @Field(() => Float, {
    description: 'What was measured: points, points, points, points a sheet, seconds, sheets.',
  })
  measured!: number;

  @Field(() => Float, { description: 'What would have been usual.' })
  usual!: number;
}

/** A judge in one round, by code. */
@ObjectType('JudgeAnalysis', { description: 'A judge in one round, by code.' })
export class JudgeAnalysisType {
  @Field(() => String, { description: 'The judge’s code: `J07`.' })
  judgeCode!: string;

  @Field(() => Int, { description: 'Sheets.' })
  sheets!: number;

  @Field(() => Float, {
    description: 'Points above (+, milder) or below (−, more severe) an average judge, shrunk.',
  })
  severity!: number;

  @Field(() => Float, { description: 'Its standard error: square root of the prediction error variance.' })
  standardError!: number;

  @Field(() => Float, { description: 'Mean total.' })
  mean!: number;

  @Field(() => Float, { description: 'Standard deviation of totals.' })
  deviation!: number;

  @Field(() => Float, { description: 'Lowest total.' })
  lowest!: number;

  @Field(() => Float, { description: 'Highest total.' })
  highest!: number;

  @Field(() => [Int], { description: 'Sheets by tenth of the scale: 0–10, … 90–100.' })
  histogram!: number[];

  @Field(() => [JudgeFlagType], { description: 'What deserves a look.' })
  flags!: JudgeFlagType[];
}

/** An entry in the model of one round. */
@ObjectType('EntryEffect', { description: 'An entry in the model of one round.' })
export class EntryEffectType {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => Float, { description: 'Expected total by an average judge.' })
  level!: number;

  @Field(() => Float, { description: 'Difference to the mean of its category, shrunk.' })
  effect!: number;

  @Field(() => Float, { description: 'Variance given marks, components and category means.' })
  conditionalVariance!: number;

  @Field(() => Float, { description: 'The same with the uncertainty of the category means.' })
  predictionErrorVariance!: number;
}

/** One round, seen by the severity model. */
@ObjectType('RoundAnalysis', { description: 'One round, seen by the severity model.' })
export class RoundAnalysisType {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'Sheets.' })
  sheets!: number;

  @Field(() => AnalysisModelType, { description: 'The model.' })
  model!: AnalysisModelType;

  @Field(() => PanelReliabilityType, { description: 'How far the marks can be trusted.' })
  reliability!: PanelReliabilityType;

  @Field(() => Float, {
    nullable: true,
    description: 'Kendall’s W over all entries; null unless every judge marked all of them.',
  })
  kendallW!: number | null;

  @Field(() => [ConcordanceType], { description: 'Kendall’s W by category, where the panel is complete.' })
  concordance!: ConcordanceType[];

  @Field(() => [JudgeAnalysisType], { description: 'By judge.' })
  judges!: JudgeAnalysisType[];

  @Field(() => [EntryEffectType], { description: 'By entry.' })
  entries!: EntryEffectType[];
}
