import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  AccountConnection,
  AccountFilter,
  AccountSort,
  type AccountSortField,
  accountList,
} from './account.list.ts';
import { accountRead } from './identity.read.ts';
import { AccountType } from './identity.types.ts';

/** Accounts, for those who manage or audit them. */
@Resolver()
export class AccountResolver {
  @Allow('account.list')
  @Query(() => AccountType, { nullable: true, description: 'One account.' })
  account(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, accountRead, id);
  }

  @Allow('account.list')
  @Query(() => AccountConnection, { description: 'Accounts.' })
  accounts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AccountFilter, { nullable: true }) filter: AccountFilter | null,
    @Arg('sort', () => [AccountSort], { nullable: true }) sort: SortBy<AccountSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, accountList, { ...page, filter, sort });
  }
}
