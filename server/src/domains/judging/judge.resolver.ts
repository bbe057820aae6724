import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { addConflict, declareConflict, findConflicts, removeConflict } from './change-conflicts.ts';
import { activateJudge, createJudge, reinstateJudge, updateJudge, withdrawJudge } from './change-judges.ts';
import { inviteJudges } from './invite-judges.ts';
import {
  ConflictAddInput,
  ConflictDeclareInput,
  ConflictPayload,
  ConflictRemoveInput,
  ConflictsFindInput,
  ConflictsPayload,
  JudgeCreateInput,
  JudgeInviteInput,
  JudgePanelPayload,
  JudgePanelSetInput,
  JudgePayload,
  JudgeStepInput,
  JudgesPayload,
  JudgeUpdateInput,
  JudgeWithdrawInput,
} from './judge.inputs.ts';
import {
  ConflictConnection,
  ConflictFilter,
  ConflictSort,
  type ConflictSortField,
  conflictList,
  JudgeConnection,
  JudgeFilter,
  JudgeSort,
  type JudgeSortField,
  judgeList,
} from './judge.list.ts';
import { JudgePanelType, JudgeType } from './judge.types.ts';
import { judgePanelRead, judgeRead } from './judging.read.ts';
import { setPanel } from './set-panel.ts';

/** Judges, panels and conflicts of interest. */
@Resolver()
export class JudgeResolver {
  @Allow('judge.list')
  @Query(() => JudgeConnection, {
    description: 'Judges: all for coordinators and auditors, the own entry for a judge.',
  })
  judges(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => JudgeFilter, { nullable: true }) filter: JudgeFilter | null,
    @Arg('sort', () => [JudgeSort], { nullable: true }) sort: SortBy<JudgeSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, judgeList, { ...page, filter, sort });
  }

  @Allow('judge.list')
  @Query(() => JudgeType, { nullable: true, description: 'One judge.' })
  judge(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, judgeRead, id);
  }

  @Allow('judge.manage')
  @Mutation(() => JudgePayload, { description: 'Lists a judge in an edition.' })
  judgeCreate(
    @Arg('input', () => JudgeCreateInput) input: JudgeCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createJudge, input);
  }

  @Allow('judge.manage')
  @Mutation(() => JudgePayload, { description: 'Changes a judge.' })
  judgeUpdate(
    @Arg('input', () => JudgeUpdateInput) input: JudgeUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateJudge, input);
  }

  @Allow('judge.manage')
  @Mutation(() => JudgePayload, {
    description: 'Confirms a judge by hand; accepting the invitation does it too.',
  })
  judgeActivate(
    @Arg('input', () => JudgeStepInput) input: JudgeStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, activateJudge, input);
  }

  @Allow('judge.manage')
  @Mutation(() => JudgePayload, {
    description: 'A judge leaves: entries without a submitted sheet are freed, submitted sheets stay.',
  })
  judgeWithdraw(
    @Arg('input', () => JudgeWithdrawInput) input: JudgeWithdrawInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, withdrawJudge, input);
  }

  @Allow('judge.manage')
  @Mutation(() => JudgePayload, { description: 'A judge who left comes back.' })
  judgeReinstate(
    @Arg('input', () => JudgeStepInput) input: JudgeStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, reinstateJudge, input);
  }

  @Allow('judge.manage')
  @Mutation(() => JudgesPayload, {
    description: 'Sends invitations: a link that sets a password and leads to the judge’s work.',
  })
  judgesInvite(
    @Arg('input', () => JudgeInviteInput) input: JudgeInviteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, inviteJudges, input);
  }

  @Allow('assignment.board')
  @Query(() => [JudgePanelType], { description: 'The panels of a round by category; at most 100.' })
  judgePanels(
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented[]> {
    return context.many(info, judgePanelRead, {
      where: (row) => sql<boolean>`${row.col('round')} = ${roundId}`,
      order: (row) =>
        sql`(select placed.position from category placed where placed.id = ${row.col('category')}), ${row.id}`,
      limit: 100,
    });
  }

  @Allow('judge.manage')
  @Mutation(() => JudgePanelPayload, { description: 'Says who judges a category in a round.' })
  judgePanelSet(
    @Arg('input', () => JudgePanelSetInput) input: JudgePanelSetInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, setPanel, input);
  }

  @Allow('conflict.list')
  @Query(() => ConflictConnection, {
    description: 'Conflicts of interest: all for coordinators and auditors, declared ones for the judge.',
  })
  conflicts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ConflictFilter, { nullable: true }) filter: ConflictFilter | null,
    @Arg('sort', () => [ConflictSort], { nullable: true }) sort: SortBy<ConflictSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, conflictList, { ...page, filter, sort });
  }

  @Allow('conflict.manage')
  @Mutation(() => ConflictPayload, {
    description: 'Enters a conflict. A live assignment on the pair refuses it unless it is released.',
  })
  conflictAdd(
    @Arg('input', () => ConflictAddInput) input: ConflictAddInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, addConflict, input);
  }

  @Allow('conflict.manage')
  @Mutation(() => ConflictPayload, {
    description: 'A conflict does not hold; the row stays with the reason.',
  })
  conflictRemove(
    @Arg('input', () => ConflictRemoveInput) input: ConflictRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removeConflict, input);
  }

  @Allow('conflict.manage')
  @Mutation(() => ConflictsPayload, {
    description:
      'Finds and records conflicts from shared unit, team, membership, telephone or mail domain, and from past work.',
  })
  conflictsFind(
    @Arg('input', () => ConflictsFindInput) input: ConflictsFindInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, findConflicts, input);
  }

  @Allow('scoreSheet.mark')
  @Mutation(() => ConflictPayload, {
    description: 'A judge declares a conflict with an entry they hold: it is taken off them.',
  })
  conflictDeclare(
    @Arg('input', () => ConflictDeclareInput) input: ConflictDeclareInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, declareConflict, input);
  }
}
