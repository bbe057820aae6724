import type { EntityClass } from '@mikro-orm/core';
import type { PermissionTable } from '@xinghuo/shared/kernel/permission';
import type { Job } from './jobs/define-job.ts';
import type { RunSql } from './read/reader.ts';
import type { SeedRun } from './seed.ts';

/** Something that a check found to be wrong. */
export interface Finding {
  /** A stable name of the rule, for example `result.digest`. */
  readonly rule: string;
  /** The object it is about. */
  readonly id: string;
  /** What was expected and found, without personal data. */
  readonly detail: string;
}

/** What a domain brings to the product; the composition root lists the domains once. */
export interface Domain {
  readonly name: string;
  readonly permissions: PermissionTable;
  readonly entities: readonly EntityClass<object>[];
  readonly resolvers: readonly (new () => object)[];
  /** Loads real reference data where it is missing; runs at every start, in production too. */
  readonly loadReference?: (run: SeedRun) => Promise<void>;
  /** Loads the demonstration into an empty product; in the order of the domains. */
  readonly loadDemonstration?: (run: SeedRun) => Promise<void>;
  /** Verifies what the database cannot hold by itself; what it finds is wrong. */
  readonly check?: (read: RunSql) => Promise<readonly Finding[]>;
  /** Background work of the domain. */
  readonly jobs?: readonly Job[];
}
