import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { applyPlan } from './apply-plan.ts';
import {
  AssignmentAddInput,
  AssignmentApplyInput,
  AssignmentApplyPayload,
  AssignmentMoveInput,
  AssignmentPayload,
  AssignmentPlanInput,
  AssignmentPlanPayload,
  AssignmentRemoveInput,
  AssignmentsAddInput,
  AssignmentsPayload,
} from './assignment.inputs.ts';
import { AssignmentBoardType, AssignmentPlanType } from './assignment.types.ts';
import { addAssignment, addAssignments, moveAssignment, removeAssignment } from './change-assignments.ts';
import { assignmentPlanRead } from './judging.read.ts';
import { makePlan } from './make-plan.ts';
import { assignmentBoardRead } from './progress.read.ts';
import {
  AssignmentConnection,
  AssignmentFilter,
  AssignmentSort,
  type AssignmentSortField,
  assignmentList,
} from './score-sheet.list.ts';

/** Who judges what: by plan and by hand. */
@Resolver()
export class AssignmentResolver {
  @Allow('assignment.list')
  @Query(() => AssignmentConnection, {
    description: 'Assignments: all for coordinators and auditors, the own ones for a judge.',
  })
  assignments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AssignmentFilter, { nullable: true }) filter: AssignmentFilter | null,
    @Arg('sort', () => [AssignmentSort], { nullable: true }) sort: SortBy<AssignmentSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, assignmentList, { ...page, filter, sort });
  }

  @Allow('assignment.board')
  @Query(() => AssignmentBoardType, {
    nullable: true,
    description: 'The assignment board of a round: one statement, whatever its size.',
  })
  assignmentBoard(
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, assignmentBoardRead, roundId);
  }

  @Allow('assignment.board')
  @Query(() => AssignmentPlanType, { nullable: true, description: 'A plan that was made.' })
  assignmentPlanned(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, assignmentPlanRead, id);
  }

  @Allow('assignment.manage')
  @Mutation(() => AssignmentPlanPayload, {
    description:
      'Computes an automatic assignment and keeps it for `assignmentApply`; nobody is assigned yet.',
  })
  assignmentPlan(
    @Arg('input', () => AssignmentPlanInput) input: AssignmentPlanInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, makePlan, input);
  }

  @Allow('assignment.manage')
  @Mutation(() => AssignmentApplyPayload, {
    description: 'Applies a plan exactly as it was shown; refused when anything it depends on has changed.',
  })
  assignmentApply(
    @Arg('input', () => AssignmentApplyInput) input: AssignmentApplyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, applyPlan, input);
  }

  @Allow('assignment.manage')
  @Mutation(() => AssignmentPayload, { description: 'Gives an entry to a judge by hand.' })
  assignmentAdd(
    @Arg('input', () => AssignmentAddInput) input: AssignmentAddInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, addAssignment, input);
  }

  @Allow('assignment.manage')
  @Mutation(() => AssignmentsPayload, {
    description: 'Gives entries to a judge by hand, all or none; problems name the row: `entryIds.3`.',
  })
  assignmentsAdd(
    @Arg('input', () => AssignmentsAddInput) input: AssignmentsAddInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, addAssignments, input);
  }

  @Allow('assignment.manage')
  @Mutation(() => AssignmentPayload, { description: 'Takes an entry off a judge.' })
  assignmentRemove(
    @Arg('input', () => AssignmentRemoveInput) input: AssignmentRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removeAssignment, input);
  }

  @Allow('assignment.manage')
  @Mutation(() => AssignmentPayload, {
    description: 'Gives an entry from one judge to another, or changes its pin.',
  })
  assignmentMove(
    @Arg('input', () => AssignmentMoveInput) input: AssignmentMoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, moveAssignment, input);
  }
}
