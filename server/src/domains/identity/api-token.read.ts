import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { clocked, column, computed, defineRead, expression } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { ApiToken } from './api-token.entity.ts';
import { apiTokenAccess } from './identity.access.ts';

/** `ApiTokenState` of a row at an instant. */
export const stateOfToken = (row: Row, now: Date): Sql => sql`case
  when ${row.col('revokedAt')} is not null then 'REVOKED' when ${row.col('expiresAt')} > ${now} then 'ACTIVE' else 'EXPIRED' end`;

/** Name of the account a token acts for. */
export const tokenHolder = (row: Row): Sql =>
  sql`(select holder.name from account holder where holder.id = ${row.col('account')})`;

/** How an API token is read; its secret is stored nowhere. */
export const apiTokenRead = defineRead({
  type: 'ApiToken',
  entity: ApiToken,
  access: apiTokenAccess,
  fields: {
    accountId: column('account'),
    accountName: expression(tokenHolder),
    state: clocked(stateOfToken),
    canRevoke: computed(['state'], (row) => row.may('revoke') && row.get('state') === 'ACTIVE', ['revoke']),
  },
});
