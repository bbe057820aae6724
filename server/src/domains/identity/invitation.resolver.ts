import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Public } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { createInvitation, resendInvitation, revokeInvitation } from './change-invitation.ts';
import {
  InvitationAcceptInput,
  InvitationCreateInput,
  InvitationResendInput,
  InvitationRevokeInput,
} from './invitation.inputs.ts';
import {
  InvitationConnection,
  InvitationFilter,
  InvitationSort,
  type InvitationSortField,
  invitationList,
} from './invitation.list.ts';
import { invitationOfferRead } from './invitation.read.ts';
import { InvitationAcceptPayload, InvitationOfferType, InvitationPayload } from './invitation.types.ts';
import { hashSecret } from './secret.ts';

/** Invitations: sending them, and taking one up. */
@Resolver()
export class InvitationResolver {
  @Public()
  @Query(() => InvitationOfferType, {
    nullable: true,
    description: 'What a link offers; null when it does not exist, was used or withdrawn, or has expired.',
  })
  invitation(
    @Arg('token', () => String, { description: 'The last part of the link.' }) token: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.one(
      info,
      invitationOfferRead,
      (row) =>
        sql<boolean>`(${row.col('tokenHash')} = ${hashSecret(token)} and ${row.col('expiresAt')} > ${context.now})`,
    );
  }

  @Public()
  @Mutation(() => InvitationAcceptPayload, {
    description: 'Takes up a link, once: sets the password, gives the offered roles, and signs in by cookie.',
  })
  async invitationAccept(
    @Arg('input', () => InvitationAcceptInput) input: InvitationAcceptInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const { ip, userAgent } = context.transport;
    const outcome = await context.run(acceptInvitation, { ...input, ip, userAgent });
    const accepted = outcome.value;
    if (!accepted?.secret || !accepted.accountId)
      return { viewer: null, landing: null, problems: accepted?.problems ?? outcome.problems };
    context.transport.setSession(accepted.secret);
    const signedIn = context.as(await context.authenticate(accepted.secret));
    const viewer = await signedIn.underField(info, 'viewer', accepted.accountId);
    return { viewer, landing: accepted.landing, problems: [] };
  }

  @Allow('invitation.list')
  @Query(() => InvitationConnection, { description: 'Invitations.' })
  invitations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => InvitationFilter, { nullable: true }) filter: InvitationFilter | null,
    @Arg('sort', () => [InvitationSort], { nullable: true }) sort: SortBy<InvitationSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, invitationList, { ...page, filter, sort });
  }

  @Allow('invitation.manage')
  @Mutation(() => InvitationPayload, { description: 'Invites a person to roles; the link goes by mail.' })
  invitationCreate(
    @Arg('input', () => InvitationCreateInput) input: InvitationCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createInvitation, input);
  }

  @Allow('invitation.manage')
  @Mutation(() => InvitationPayload, { description: 'Sends an invitation again with a new link.' })
  invitationResend(
    @Arg('input', () => InvitationResendInput) input: InvitationResendInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, resendInvitation, input);
  }

  @Allow('invitation.manage')
  @Mutation(() => InvitationPayload, { description: 'Withdraws an invitation; its link stops working.' })
  invitationRevoke(
    @Arg('input', () => InvitationRevokeInput) input: InvitationRevokeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, revokeInvitation, input);
  }
}
