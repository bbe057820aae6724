import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import { CompetitionPayload } from './competition.types.ts';
import { replaceAwardRules } from './replace-award-rules.ts';
import { replaceCriteria } from './replace-criteria.ts';
import { replaceRounds } from './replace-rounds.ts';
import {
  AwardRulesReplaceInput,
  CategoryUpdateInput,
  CriteriaReplaceInput,
  RoundsReplaceInput,
  RoundUpdateInput,
} from './rubric.inputs.ts';
import { CategoryPayload, RoundPayload } from './rubric.types.ts';
import { updateCategory } from './update-category.ts';
import { updateRound } from './update-round.ts';

/** Categories, rounds, criteria and awards of an edition. */
@Resolver()
export class RubricResolver {
  @Allow('competition.manage')
  @Mutation(() => CategoryPayload, { description: 'Changes a category.' })
  categoryUpdate(
    @Arg('input', () => CategoryUpdateInput) input: CategoryUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateCategory, input);
  }

  @Allow('competition.manage')
  @Mutation(() => RoundPayload, { description: 'Changes a round, but for its weight.' })
  roundUpdate(
    @Arg('input', () => RoundUpdateInput) input: RoundUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateRound, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description: 'Sets all rounds and their weights in one step; before the review.',
  })
  roundsReplace(
    @Arg('input', () => RoundsReplaceInput) input: RoundsReplaceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, replaceRounds, input);
  }

  @Allow('competition.manage')
  @Mutation(() => RoundPayload, {
    description: 'Sets all criteria of a round in one step; until the first sheet is submitted.',
  })
  criteriaReplace(
    @Arg('input', () => CriteriaReplaceInput) input: CriteriaReplaceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, replaceCriteria, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description: 'Sets all awards in one step; until the result is publicised.',
  })
  awardRulesReplace(
    @Arg('input', () => AwardRulesReplaceInput) input: AwardRulesReplaceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, replaceAwardRules, input);
  }
}
