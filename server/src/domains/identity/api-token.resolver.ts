import type { PermissionTable } from '@xinghuo/shared/kernel/permission';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  ApiTokenConnection,
  ApiTokenFilter,
  ApiTokenSort,
  type ApiTokenSortField,
  apiTokenList,
} from './api-token.list.ts';
import {
  ApiTokenCreateInput,
  ApiTokenPayload,
  ApiTokenRevokeInput,
  PermissionType,
} from './api-token.types.ts';
import { createToken, revokeToken } from './change-tokens.ts';

/** API tokens of other systems. */
@Resolver()
export class ApiTokenResolver {
  @Allow('token.own')
  @Query(() => ApiTokenConnection, {
    description: 'API tokens: the own ones; administrators and auditors see all.',
  })
  apiTokens(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ApiTokenFilter, { nullable: true }) filter: ApiTokenFilter | null,
    @Arg('sort', () => [ApiTokenSort], { nullable: true }) sort: SortBy<ApiTokenSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, apiTokenList, { ...page, filter, sort });
  }

  @Allow('token.own')
  @Mutation(() => ApiTokenPayload, {
    description: 'Makes an API token for the own account; the secret is told once.',
  })
  apiTokenCreate(
    @Arg('input', () => ApiTokenCreateInput) input: ApiTokenCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createToken, input);
  }

  @Allow('token.own')
  @Mutation(() => ApiTokenPayload, { description: 'Ends an API token at once.' })
  apiTokenRevoke(
    @Arg('input', () => ApiTokenRevokeInput) input: ApiTokenRevokeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, revokeToken, input);
  }
}

/** The resolver of `permissions`: the composition root knows the permissions of all domains. */
export function permissionsResolver(all: PermissionTable): new () => object {
  @Resolver()
  class PermissionsResolver {
    @Allow('token.own')
    @Query(() => [PermissionType], {
      description: 'Every permission of the product by name: the scopes an API token can be limited to.',
    })
    permissions(@Ctx() context: RequestContext): readonly PermissionType[] {
      return Object.entries(all)
        .map(([name, { zh, en }]) => ({ name, zh, en, held: context.viewer.permissions.has(name) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    }
  }
  return PermissionsResolver;
}
