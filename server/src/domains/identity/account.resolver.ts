import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  AccountCreateInput,
  AccountResetPasswordInput,
  AccountTransitionInput,
  AccountUpdateInput,
  RoleGrantAddInput,
  RoleGrantRemoveInput,
} from './account.inputs.ts';
import {
  AccountConnection,
  AccountFilter,
  AccountSort,
  type AccountSortField,
  accountList,
} from './account.list.ts';
import { AccountPayload, AccountType } from './account.types.ts';
import { addRole, removeRole } from './change-roles.ts';
import { disableAccount, enableAccount } from './close-account.ts';
import { createAccount } from './create-account.ts';
import { accountRead } from './identity.read.ts';
import { resetPassword } from './reset-password.ts';
import { updateAccount } from './update-account.ts';

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

/** Making and changing accounts. */
@Resolver()
export class AccountManageResolver {
  @Allow('account.manage')
  @Mutation(() => AccountPayload, { description: 'Makes an account; a coordinator makes no administrators.' })
  accountCreate(
    @Arg('input', () => AccountCreateInput) input: AccountCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createAccount, input);
  }

  @Allow('account.manage')
  @Mutation(() => AccountPayload, { description: 'Changes address, name or language of an account.' })
  accountUpdate(
    @Arg('input', () => AccountUpdateInput) input: AccountUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateAccount, input);
  }

  @Allow('account.manage')
  @Mutation(() => AccountPayload, {
    description: 'Closes an account, for a reason: its sessions, tokens and links end at once.',
  })
  accountDisable(
    @Arg('input', () => AccountTransitionInput) input: AccountTransitionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, disableAccount, input);
  }

  @Allow('account.manage')
  @Mutation(() => AccountPayload, { description: 'Opens a closed account again.' })
  accountEnable(
    @Arg('input', () => AccountTransitionInput) input: AccountTransitionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, enableAccount, input);
  }

  @Allow('account.manage')
  @Mutation(() => AccountPayload, { description: 'Gives an account a new way in, by mail or by hand.' })
  accountResetPassword(
    @Arg('input', () => AccountResetPasswordInput) input: AccountResetPasswordInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, resetPassword, input);
  }

  @Allow('account.manage')
  @Mutation(() => AccountPayload, { description: 'Gives a role to an account.' })
  roleGrantAdd(
    @Arg('input', () => RoleGrantAddInput) input: RoleGrantAddInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, addRole, input);
  }

  @Allow('account.manage')
  @Mutation(() => AccountPayload, { description: 'Takes a role from an account.' })
  roleGrantRemove(
    @Arg('input', () => RoleGrantRemoveInput) input: RoleGrantRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removeRole, input);
  }
}
