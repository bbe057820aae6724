import { defineEntity, p } from '@mikro-orm/core';

const IdempotencySchema = defineEntity({
  name: 'Idempotency',
  tableName: 'idempotency',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().nullable(),
    operation: p.text(),
    key: p.text(),
    result: p.json<object>(),
    createdAt: p.datetime().index(),
  },
  uniques: [
    {
      name: 'idempotency_once',
      expression:
        'create unique index idempotency_once on idempotency (account_id, operation, key) nulls not distinct',
    },
  ],
});

/** Outcomes of steps that were sent with an idempotency key; kept for a week. */
export class Idempotency extends IdempotencySchema.class {}
IdempotencySchema.setClass(Idempotency);
