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
const ENTRY_FLAGS = enumTable({
  DISAGREEMENT: { zh: '评委分歧大', en: 'Judges disagree' },
  HANGS_ON_ONE: { zh: '系于一票', en: 'Hangs on one sheet' },
});
const NOTES = enumTable({
  TOO_FEW_LEVELS: { zh: '太少', en: 'Too few', note: 'One judge, or no more entries than categories.' },
  CONFOUNDED_WITH_RESIDUAL: { zh: '与误差不可分', en: 'Confounded', note: 'One mark to a level.' },
});
export const JudgeFlagKindEnum = graphqlEnum('JudgeFlagKind', 'Why a judge deserves a look.', JUDGE_FLAGS);
const EntryFlagKindEnum = graphqlEnum('EntryFlagKind', 'Why an entry deserves a look.', ENTRY_FLAGS);
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

/** How likely an entry has an award, or a better one. */
@ObjectType('LineProbability', { description: 'How likely an entry has an award, or a better one.' })
export class LineProbabilityType {
  @Field(() => ID, { nullable: true, description: 'The award; null for going on to the next round.' })
  awardId!: string | null;

  @Field(() => Float, { description: '0 … 1.' })
  probability!: number;
}

/** The difference to the next entry of the official ranking, by the model. */
@ObjectType('EntryDifference', {
  description: 'The difference to the next entry of the official ranking, by the model.',
})
export class EntryDifferenceType {
  @Field(() => ID, { description: 'The next entry.' })
  entryId!: string;

  @Field(() => Float, { description: 'Points.' })
  difference!: number;

  @Field(() => Float, { description: 'Lower end of the 95 % interval.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end.' })
  high!: number;
}

/** Why an entry deserves a look. */
@ObjectType('EntryFlag', { description: 'Why an entry deserves a look.' })
export class EntryFlagType {
  @Field(() => EntryFlagKindEnum, { description: 'Why.' })
  kind!: keyof typeof ENTRY_FLAGS;

  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Float, { nullable: true, description: 'DISAGREEMENT: how unusual, in standard deviations.' })
  strength!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'DISAGREEMENT: spread of its marks after severity, in points.',
  })
  measured!: number | null;

  @Field(() => Float, { nullable: true, description: 'DISAGREEMENT: the usual spread.' })
  usual!: number | null;

  @Field(() => String, { nullable: true, description: 'HANGS_ON_ONE: whose sheet.' })
  judgeCode!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'HANGS_ON_ONE: the award with the sheet; null for none, or for going on.',
  })
  awardId!: string | null;

  @Field(() => ID, { nullable: true, description: 'HANGS_ON_ONE: the award without it.' })
  withoutAwardId!: string | null;
}

/** How sure an entry’s place and award are. */
@ObjectType('EntryAnalysis', { description: 'How sure an entry’s place and award are.' })
export class EntryAnalysisType {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => ID, { description: 'Its category.' })
  categoryId!: string;

  @Field(() => Float, { description: 'Expected total by average judges.' })
  level!: number;

  @Field(() => Int, { description: 'Best place in the category that the 95 % interval holds.' })
  categoryBest!: number;

  @Field(() => Int, { description: 'Worst place in the category.' })
  categoryWorst!: number;

  @Field(() => Int, { description: 'Best place over all categories.' })
  overallBest!: number;

  @Field(() => Int, { description: 'Worst place over all categories.' })
  overallWorst!: number;

  @Field(() => [LineProbabilityType], { description: 'Probability of being above each line.' })
  above!: LineProbabilityType[];

  @Field(() => EntryDifferenceType, {
    nullable: true,
    description: 'The next entry of the category, and by how much.',
  })
  next!: EntryDifferenceType | null;

  @Field(() => [EntryFlagType], { description: 'What deserves a look.' })
  flags!: EntryFlagType[];
}

/** A line of awards: whom it cannot separate. */
@ObjectType('LineAnalysis', { description: 'A line of awards: whom it cannot separate.' })
export class LineAnalysisType {
  @Field(() => ID, { nullable: true, description: 'The award; null for the line to the next round.' })
  awardId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The category; null over all of them.' })
  categoryId!: string | null;

  @Field(() => Int, { description: 'How many there are.' })
  quota!: number;

  @Field(() => [ID], { description: 'Entries between 5 and 95 in a hundred of being above it.' })
  inseparable!: string[];

  @Field(() => Float, { description: 'How many above it are expected to stand there wrongly.' })
  expectedWrong!: number;
}

/** One further review; the first n of the list are what n reviews would best be spent on. */
@ObjectType('ReviewAdvice', {
  description: 'One further review; the first n of the list are what n reviews would best be spent on.',
})
export class ReviewAdviceType {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ID, { nullable: true, description: 'The line it is about; null for going on.' })
  awardId!: string | null;

  @Field(() => Float, { description: 'By how much it lowers the expected number of wrong awards.' })
  gain!: number;
}

/** What stands beside a result: how sure it is, and what deserves a look. It decides nothing; seed and digest let anybody repeat it. */
@ObjectType('JudgingAnalysis', {
  description:
    'What stands beside a result: how sure it is, and what deserves a look. It decides nothing; seed and digest let anybody repeat it.',
})
export class JudgingAnalysisType {
  @Field(() => Int, { description: 'Joint draws behind places and probabilities.' })
  draws!: number;

  @Field(() => [RoundAnalysisType], { description: 'By round.' })
  rounds!: RoundAnalysisType[];

  @Field(() => [EntryAnalysisType], { description: 'By entry, in the order of the official ranking.' })
  entries!: EntryAnalysisType[];

  @Field(() => [LineAnalysisType], { description: 'By line.' })
  lines!: LineAnalysisType[];

  @Field(() => [ReviewAdviceType], {
    description: 'Where one more review helps most, in the order in which they pay.',
  })
  reviews!: ReviewAdviceType[];
}
