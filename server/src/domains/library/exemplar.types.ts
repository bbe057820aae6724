import type { CategoryCode } from '@xinghuo/shared/competition/category';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProblemType } from '../../platform/graphql/types.ts';
import { CategoryCodeEnum } from '../competition/index.ts';

/** An exemplary project. */
@ObjectType('ExemplarProject', {
  description: 'An exemplary project of the country that entrants can learn from.',
})
export class ExemplarProjectType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CategoryCodeEnum, { description: 'The category it stands for.' })
  category!: CategoryCode;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  titleEn!: string | null;

  @Field(() => String, { description: 'Who runs it.' })
  organisation!: string;

  @Field(() => String, { description: 'Where, in words.' })
  region!: string;

  @Field(() => String, { description: 'What it was awarded, as the source says.' })
  award!: string;

  @Field(() => Int, { nullable: true, description: 'The year of the award, where it is known.' })
  year!: number | null;

  @Field(() => String, { description: 'What it does.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'What it does, in English.' })
  summaryEn!: string | null;

  @Field(() => [String], { description: 'What another team can take over.' })
  replicablePoints!: string[];

  @Field(() => [String], { description: 'The same in English; may be empty.' })
  replicablePointsEn!: string[];

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** What coordinators may add to an exemplary project. */
@InputType('ExemplarProjectUpdateInput', {
  description: 'Changes to what is said about an exemplary project: fields left out stay as they are.',
})
export class ExemplarProjectUpdateInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Title in English: at most 200 characters; empty clears it.',
  })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does: at most 2,000 characters.' })
  summary?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same in English: at most 4,000 characters; empty clears it.',
  })
  summaryEn?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'All points another team can take over: at most 20 of 300 characters; replaces the present ones.',
  })
  replicablePoints?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'The same in English; replaces the present ones.' })
  replicablePointsEn?: string[] | null;
}

/** What a step on an exemplary project answers. */
@ObjectType('ExemplarProjectPayload', {
  description: 'The project after the step; null when it was refused.',
})
export class ExemplarProjectPayload {
  @Field(() => ExemplarProjectType, { nullable: true, description: 'The project.' })
  exemplarProject!: ExemplarProjectType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
