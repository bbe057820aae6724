import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../../platform/entity/base.ts';
import { Account } from './account.entity.ts';

const ApiTokenSchema = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    ...id,
    account: () => p.manyToOne(Account).ref().deleteRule('cascade').index(),
    name: p.text(),
    /** The last characters of the secret, so that its holder can tell which one it is. */
    hint: p.text(),
    tokenHash: p.text().unique().hidden(),
    /** Permissions it is limited to; what the account no longer holds does not count. */
    scopes: p.array().columnType('text[]'),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['createdAt', 'id'] }],
  checks: [{ name: 'api_token_lifetime', expression: 'expires_at > created_at' }],
});

/** A key that another system calls the endpoint with, in the name of its account. */
export class ApiToken extends ApiTokenSchema.class {}
ApiTokenSchema.setClass(ApiToken);
