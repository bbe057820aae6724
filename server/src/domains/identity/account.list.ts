import type { Role } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { isIn } from '../../platform/access/condition.ts';
import { BooleanFilter, connectionOf, enumFilterOf, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, flag, search } from '../../platform/read/filters.ts';
import { AccountStateEnum, AccountType } from './account.types.ts';
import { accountRead } from './identity.read.ts';
import { RoleEnum } from './identity.types.ts';

const AccountStateFilter = enumFilterOf('AccountState', AccountStateEnum);
export const RoleFilter = enumFilterOf('Role', RoleEnum);

/** How accounts may be narrowed. */
@InputType('AccountFilter', { description: 'Narrows a list of accounts; all that is given must be met.' })
export class AccountFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in the name or the e-mail address.',
  })
  search?: string | null;

  @Field(() => AccountStateFilter, { nullable: true, description: 'State.' })
  state?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => RoleFilter, { nullable: true, description: 'Holds one of these roles.' })
  role?: { eq?: Role | null; in?: Role[] | null } | null;

  @Field(() => BooleanFilter, {
    nullable: true,
    description: 'Whether wrong passwords have locked it just now.',
  })
  locked?: { eq?: boolean | null } | null;

  @Field(() => BooleanFilter, {
    nullable: true,
    description: 'Whether a password was chosen or handed out: without one an account is only invited.',
  })
  hasPassword?: { eq?: boolean | null } | null;
}

const sort = {
  NAME: { by: (row) => row.col('name'), type: 'text' },
  EMAIL: { by: (row) => row.col('email'), type: 'text' },
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type AccountSortField = keyof typeof sort;

export const AccountSort = sortOf('Account', sort);
export const AccountConnection = connectionOf(AccountType, 'Account');

/** The list of accounts. */
export const accountList = defineList<AccountFilter, AccountSortField>({
  read: accountRead,
  filter: {
    search: search('name', 'email'),
    state: equals('state'),
    locked: (row, value, context) =>
      flag(() => sql`coalesce(${row.col('lockedUntil')} > ${context.now}, false)`)(row, value, context),
    hasPassword: flag((row) => sql`(${row.col('passwordHash')} is not null)`),
    role: (row, value) =>
      sql<boolean>`exists (select 1 from role_grant g where g.account_id = ${row.id} and ${isIn(sql`g.role`, value.in ?? (value.eq ? [value.eq] : []))})`,
  },
  sort,
  defaultSort: [{ field: 'NAME', direction: 'ASC' }],
});
