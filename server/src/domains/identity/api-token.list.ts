import type { ApiTokenState } from '@xinghuo/shared/identity/api-token';
import { Field, InputType } from 'type-graphql';
import { isIn } from '../../platform/access/condition.ts';
import {
  connectionOf,
  DateTimeFilter,
  enumFilterOf,
  IdFilter,
  sortOf,
} from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, range, search } from '../../platform/read/filters.ts';
import { apiTokenRead, stateOfToken, tokenHolder } from './api-token.read.ts';
import { ApiTokenStateEnum, ApiTokenType } from './api-token.types.ts';

const ApiTokenStateFilter = enumFilterOf('ApiTokenState', ApiTokenStateEnum);

/** How tokens may be narrowed. */
@InputType('ApiTokenFilter', { description: 'Narrows a list of API tokens; all that is given must be met.' })
export class ApiTokenFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in its name or the name of its account.',
  })
  search?: string | null;

  @Field(() => ApiTokenStateFilter, { nullable: true, description: 'Whether it works now.' })
  state?: { eq?: ApiTokenState | null; in?: ApiTokenState[] | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'Whose.' })
  account?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Until when it works.' })
  expiresAt?: { gte?: Date | null; lt?: Date | null } | null;
}

const sort = {
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
  EXPIRES_AT: { by: (row) => row.col('expiresAt'), type: 'timestamptz' },
  NAME: { by: (row) => row.col('name'), type: 'text' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ApiTokenSortField = keyof typeof sort;

export const ApiTokenSort = sortOf('ApiToken', sort);
export const ApiTokenConnection = connectionOf(ApiTokenType, 'ApiToken');

/** The list of API tokens. */
export const apiTokenList = defineList<ApiTokenFilter, ApiTokenSortField>({
  read: apiTokenRead,
  filter: {
    search: search('name', tokenHolder),
    state: (row, value, { now }) => isIn(stateOfToken(row, now), value.in ?? (value.eq ? [value.eq] : [])),
    account: equals('account'),
    expiresAt: range('expiresAt'),
  },
  sort,
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
});
