import { LIFETIMES } from '@xinghuo/shared/identity/account';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Public } from '../../platform/access/operation.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import { changePassword } from './change-password.ts';
import { createSession } from './create-session.ts';
import { endSession, revokeSession } from './end-session.ts';
import { sessionRead, viewerRead } from './identity.read.ts';
import {
  PasswordChangeInput,
  SessionCreateInput,
  SessionPayload,
  SessionRevokeInput,
  SessionType,
  ViewerType,
  ViewerUpdateInput,
} from './identity.types.ts';
import { updateViewer } from './update-account.ts';

/** The own session. */
@Resolver()
export class SessionResolver {
  @Public()
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null for a visitor.' })
  viewer(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Presented | null> | null {
    return context.viewer.accountId ? context.byId(info, viewerRead, context.viewer.accountId) : null;
  }

  @Public()
  @Mutation(() => SessionPayload, {
    description: 'Signs in: sets the session cookie. Repeated failures lock the account for a while.',
  })
  async sessionCreate(
    @Arg('input', () => SessionCreateInput) input: SessionCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const { ip, userAgent } = context.transport;
    const outcome = await context.run(createSession, { ...input, ip, userAgent });
    const secret = outcome.value?.secret;
    if (!secret || !outcome.value?.accountId)
      return { viewer: null, problems: outcome.value?.problems ?? outcome.problems };
    context.transport.setSession(secret);
    const signedIn = context.as(await context.authenticate(secret));
    return { viewer: await signedIn.underField(info, 'viewer', outcome.value.accountId), problems: [] };
  }

  @Allow('session.own')
  @Mutation(() => SessionPayload, { description: 'Signs out on this browser.' })
  async sessionEnd(@Ctx() context: RequestContext): Promise<Payload> {
    const { problems } = await context.run(endSession, { everywhere: false });
    context.transport.setSession(null);
    return { viewer: null, problems };
  }

  @Allow('session.own')
  @Mutation(() => SessionPayload, { description: 'Signs out on every browser.' })
  async sessionEndAll(@Ctx() context: RequestContext): Promise<Payload> {
    const { problems } = await context.run(endSession, { everywhere: true });
    context.transport.setSession(null);
    return { viewer: null, problems };
  }

  @Allow('session.own')
  @Mutation(() => SessionPayload, {
    description: 'Replaces the own password; all other sessions of the account end.',
  })
  passwordChange(
    @Arg('input', () => PasswordChangeInput) input: PasswordChangeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, changePassword, input);
  }

  @Allow('session.own')
  @Query(() => [SessionType], {
    description: 'Where the viewer is signed in; 100 at most, the latest first.',
  })
  sessions(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Presented[]> {
    const idle = new Date(context.now.getTime() - LIFETIMES.sessionIdleHours * 3_600_000);
    return context.many(info, sessionRead, {
      where: (row) =>
        sql<boolean>`(${row.col('endedAt')} is null and ${row.col('expiresAt')} > ${context.now} and ${row.col('lastSeenAt')} > ${idle})`,
      order: (row) => sql`${row.col('lastSeenAt')} desc, ${row.id} desc`,
      limit: 100,
    });
  }

  @Allow('session.own')
  @Mutation(() => SessionPayload, { description: 'Signs out on one browser: see `sessions`.' })
  sessionRevoke(
    @Arg('input', () => SessionRevokeInput) input: SessionRevokeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, revokeSession, input);
  }

  @Allow('session.own')
  @Mutation(() => SessionPayload, { description: 'Changes the own name or language.' })
  viewerUpdate(
    @Arg('input', () => ViewerUpdateInput) input: ViewerUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateViewer, input);
  }
}
