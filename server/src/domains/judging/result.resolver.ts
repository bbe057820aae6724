import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Public } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { advanceRound } from './advance-round.ts';
import { computeResult } from './compute-result.ts';
import { lockRound } from './lock-round.ts';
import { ObjectionType } from './objection.types.ts';
import { createObjection, decideObjection } from './objections.ts';
import { entryFeedbackRead } from './publication.read.ts';
import { EntryFeedbackType } from './publication.types.ts';
import { reopenRound } from './reopen-round.ts';
import {
  DeliberationPayload,
  DeliberationRemoveInput,
  DeliberationSetInput,
  ObjectionCreateInput,
  ObjectionDecideInput,
  ObjectionPayload,
  ObjectionPreviewInput,
  ObjectionPreviewPayload,
  ResultComputeInput,
  ResultPayload,
  RoundAdvanceInput,
  RoundLockInput,
  RoundReopenInput,
  RoundStepPayload,
} from './result.inputs.ts';
import {
  ObjectionConnection,
  ObjectionFilter,
  ObjectionSort,
  type ObjectionSortField,
  objectionList,
  ResultConnection,
  ResultFilter,
  ResultRowConnection,
  ResultRowFilter,
  ResultRowSort,
  type ResultRowSortField,
  ResultSort,
  type ResultSortField,
  resultList,
  resultRowList,
} from './result.list.ts';
import { deliberationRead, objectionRead, resultRead } from './result.read.ts';
import { DeliberationType, ResultType } from './result.types.ts';
import { removeDeliberation, setDeliberation } from './set-deliberation.ts';
import { previewObjection } from './strike-sheets.ts';

/** Results, deliberation, objections. */
@Resolver()
export class ResultResolver {
  @Public()
  @Query(() => ResultConnection, {
    description:
      'Results: all for coordinators and auditors; for everybody the official ones from the public notice on.',
  })
  results(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResultFilter, { nullable: true }) filter: ResultFilter | null,
    @Arg('sort', () => [ResultSort], { nullable: true }) sort: SortBy<ResultSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, resultList, { ...page, filter, sort });
  }

  @Public()
  @Query(() => ResultType, { nullable: true, description: 'One result.' })
  result(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, resultRead, id);
  }

  @Public()
  @Query(() => ResultRowConnection, {
    description:
      'Rows of results by category and place. Everybody sees the awarded ones from the public notice on.',
  })
  resultRows(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResultRowFilter, { nullable: true }) filter: ResultRowFilter | null,
    @Arg('sort', () => [ResultRowSort], { nullable: true }) sort: SortBy<ResultRowSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, resultRowList, { ...page, filter, sort });
  }

  @Allow('feedback.read')
  @Query(() => EntryFeedbackType, {
    nullable: true,
    description:
      'What a team learns of the judging of its entry: nothing before the edition is closed. Coordinators and auditors see it at once.',
  })
  entryFeedback(
    @Arg('entryId', () => ID) entryId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.one(
      info,
      entryFeedbackRead,
      (row) =>
        sql<boolean>`(${row.col('entry')} = ${entryId} and exists (select 1 from result_publication told join result official_result on official_result.id = told.result_id where told.id = ${row.col('publication')} and official_result.official))`,
    );
  }

  @Allow('result.manage')
  @Mutation(() => RoundStepPayload, { description: 'Locks a round: its sheets count and no longer change.' })
  roundLock(
    @Arg('input', () => RoundLockInput) input: RoundLockInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, lockRound, input);
  }

  @Allow('result.manage')
  @Mutation(() => RoundStepPayload, {
    description:
      'Opens a locked round again for a reason: its sheets count as submitted, its results are discarded. Refused once a later step stands on it.',
  })
  roundReopen(
    @Arg('input', () => RoundReopenInput) input: RoundReopenInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, reopenRound, input);
  }

  @Allow('result.manage')
  @Mutation(() => RoundStepPayload, {
    description:
      'Decides which entries of a locked round go on: by rank, or a list with a reason. The others are eliminated.',
  })
  roundAdvance(
    @Arg('input', () => RoundAdvanceInput) input: RoundAdvanceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, advanceRound, input);
  }

  @Allow('result.manage')
  @Mutation(() => ResultPayload, {
    description: 'Computes the official result and the others beside it, and keeps inputs and digests.',
  })
  resultCompute(
    @Arg('input', () => ResultComputeInput) input: ResultComputeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, computeResult, input);
  }

  @Allow('deliberation.list')
  @Query(() => [DeliberationType], {
    description: 'Decisions of the deliberation of an edition, newest first; at most 1,000.',
  })
  deliberations(
    @Arg('competitionId', () => ID) competitionId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented[]> {
    return context.many(info, deliberationRead, {
      where: (row) => sql<boolean>`${row.col('competition')} = ${competitionId}`,
      order: (row) => sql`${row.col('at')} desc, ${row.id}`,
      limit: 1000,
    });
  }

  @Allow('result.manage')
  @Mutation(() => DeliberationPayload, {
    description: 'Gives an entry an award, or none, with a recorded reason.',
  })
  deliberationSet(
    @Arg('input', () => DeliberationSetInput) input: DeliberationSetInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, setDeliberation, input);
  }

  @Allow('result.manage')
  @Mutation(() => DeliberationPayload, { description: 'Takes a decision back.' })
  deliberationRemove(
    @Arg('input', () => DeliberationRemoveInput) input: DeliberationRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removeDeliberation, input);
  }

  @Allow('objection.list')
  @Query(() => ObjectionConnection, {
    description: 'Objections: all for coordinators and auditors, the own ones for a team leader.',
  })
  objections(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ObjectionFilter, { nullable: true }) filter: ObjectionFilter | null,
    @Arg('sort', () => [ObjectionSort], { nullable: true }) sort: SortBy<ObjectionSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, objectionList, { ...page, filter, sort });
  }

  @Allow('objection.list')
  @Query(() => ObjectionType, { nullable: true, description: 'One objection.' })
  objection(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, objectionRead, id);
  }

  @Public()
  @Mutation(() => ObjectionPayload, {
    description:
      'Objects to a publicised result: open to everybody during the public notice, a few an hour from one place.',
  })
  objectionCreate(
    @Arg('input', () => ObjectionCreateInput) input: ObjectionCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createObjection, { ...input, ip: context.transport.ip });
  }

  @Allow('objection.decide')
  @Mutation(() => ObjectionPreviewPayload, {
    description: 'Shows what removing score sheets would change: places and awards, by the same rule.',
  })
  objectionPreview(
    @Arg('input', () => ObjectionPreviewInput) input: ObjectionPreviewInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, previewObjection, input);
  }

  @Allow('objection.decide')
  @Mutation(() => ObjectionPayload, { description: 'Decides an objection, for good.' })
  objectionDecide(
    @Arg('input', () => ObjectionDecideInput) input: ObjectionDecideInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, decideObjection, input);
  }
}
