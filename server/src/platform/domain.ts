import type { EntityClass } from '@mikro-orm/core';
import type { PermissionTable } from '@xinghuo/shared/kernel/permission';

/** What a domain brings to the product; the composition root lists the domains once. */
export interface Domain {
  readonly name: string;
  readonly permissions: PermissionTable;
  readonly entities: readonly EntityClass<object>[];
  readonly resolvers: readonly (new () => object)[];
}
