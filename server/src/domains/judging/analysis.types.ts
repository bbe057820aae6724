import { enumTable } from '@xinghuo/shared/kernel/label';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { RoundAnalysisType } from './round-analysis.types.ts';

const ENTRY_FLAGS = enumTable({
  DISAGREEMENT: { zh: '评委分歧大', en: 'Judges disagree' },
  HANGS_ON_ONE: { zh: '系于一票', en: 'Hangs on one sheet' },
});
const EntryFlagKindEnum = graphqlEnum('EntryFlagKind', 'Why an entry deserves a look.', ENTRY_FLAGS);

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
