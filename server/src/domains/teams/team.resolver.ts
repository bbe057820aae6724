import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { createTeam } from './create-team.ts';
import { addMember, removeMember } from './members.ts';
import { approveTeam, archiveTeam, rejectTeam, resumeTeam, suspendTeam } from './move-team.ts';
import {
  TeamCreateInput,
  TeamMemberAddInput,
  TeamMemberRemoveInput,
  TeamTransitionInput,
  TeamUpdateInput,
} from './team.inputs.ts';
import { TeamConnection, TeamFilter, TeamSort, type TeamSortField, teamList } from './team.list.ts';
import { teamRead } from './team.read.ts';
import { TeamPayload, TeamType } from './team.types.ts';
import { updateTeam } from './update-team.ts';

/** Teams: reading, registering, changing. */
@Resolver()
export class TeamResolver {
  @Allow('team.list')
  @Query(() => TeamType, { nullable: true, description: 'One team.' })
  team(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, teamRead, id);
  }

  @Allow('team.list')
  @Query(() => TeamConnection, { description: 'Teams.' })
  teams(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TeamFilter, { nullable: true }) filter: TeamFilter | null,
    @Arg('sort', () => [TeamSort], { nullable: true }) sort: SortBy<TeamSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, teamList, { ...page, filter, sort });
  }

  @Allow('team.create')
  @Mutation(() => TeamPayload, { description: 'Registers a team; it waits for approval.' })
  teamCreate(
    @Arg('input', () => TeamCreateInput) input: TeamCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createTeam, input);
  }

  @Allow('team.update')
  @Mutation(() => TeamPayload, { description: 'Changes a team.' })
  teamUpdate(
    @Arg('input', () => TeamUpdateInput) input: TeamUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateTeam, input);
  }

  @Allow('team.update')
  @Mutation(() => TeamPayload, { description: 'Adds a member, or names a new leader.' })
  teamMemberAdd(
    @Arg('input', () => TeamMemberAddInput) input: TeamMemberAddInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, addMember, input);
  }

  @Allow('team.update')
  @Mutation(() => TeamPayload, { description: 'Ends a membership; it stays on record.' })
  teamMemberRemove(
    @Arg('input', () => TeamMemberRemoveInput) input: TeamMemberRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removeMember, input);
  }
}

/** The steps of a team's lifecycle. */
@Resolver()
export class TeamTransitionResolver {
  @Allow('team.manage')
  @Mutation(() => TeamPayload, { description: 'Approves a team that waits.' })
  teamApprove(
    @Arg('input', () => TeamTransitionInput) input: TeamTransitionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, approveTeam, input);
  }

  @Allow('team.manage')
  @Mutation(() => TeamPayload, { description: 'Rejects a team that waits, for a reason.' })
  teamReject(
    @Arg('input', () => TeamTransitionInput) input: TeamTransitionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, rejectTeam, input);
  }

  @Allow('team.manage')
  @Mutation(() => TeamPayload, { description: 'Suspends an active team, for a reason.' })
  teamSuspend(
    @Arg('input', () => TeamTransitionInput) input: TeamTransitionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, suspendTeam, input);
  }

  @Allow('team.manage')
  @Mutation(() => TeamPayload, { description: 'Lets a suspended team work again.' })
  teamResume(
    @Arg('input', () => TeamTransitionInput) input: TeamTransitionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, resumeTeam, input);
  }

  @Allow('team.manage')
  @Mutation(() => TeamPayload, {
    description: 'Ends a suspended team for good, for a reason; its records are kept.',
  })
  teamArchive(
    @Arg('input', () => TeamTransitionInput) input: TeamTransitionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, archiveTeam, input);
  }
}
