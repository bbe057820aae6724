import '../platform/graphql/reflect.ts';
import { audit } from '../domains/audit/index.ts';
import { competition, training } from '../domains/competition/index.ts';
import { files } from '../domains/files/index.ts';
import { identity, permissionsResolver } from '../domains/identity/index.ts';
import { jobs } from '../domains/jobs/index.ts';
import { judging } from '../domains/judging/index.ts';
import { library } from '../domains/library/index.ts';
import { places } from '../domains/places/index.ts';
import { teams } from '../domains/teams/index.ts';
import { units } from '../domains/units/index.ts';
import { Permissions } from '../platform/access/permissions.ts';
import { AuditEvent, AuditSeal } from '../platform/audit/audit-event.entity.ts';
import type { Domain } from '../platform/domain.ts';
import { imports } from '../platform/imports/index.ts';
import { JobRun } from '../platform/jobs/job-run.entity.ts';
import { PLATFORM_JOBS } from '../platform/jobs/platform-jobs.ts';
import { Idempotency } from '../platform/write/idempotency.entity.ts';

/** Every domain, in the order in which one may import another: later ones from earlier ones. */
export const DOMAINS: readonly Domain[] = [
  identity,
  files,
  jobs,
  audit,
  places,
  units,
  teams,
  competition,
  training,
  library,
  judging,
  imports,
];

/** Everything that is stored. */
export const ENTITIES = [
  AuditEvent,
  AuditSeal,
  Idempotency,
  JobRun,
  ...DOMAINS.flatMap((domain) => domain.entities),
];

/** Every permission of the product. */
export const PERMISSIONS = new Permissions(DOMAINS.map((domain) => domain.permissions));

/** Every resolver class of the contract. */
export const RESOLVERS = [
  ...DOMAINS.flatMap((domain) => domain.resolvers),
  permissionsResolver(PERMISSIONS.all),
];

/** Every kind of background work. */
export const JOBS = [...PLATFORM_JOBS, ...DOMAINS.flatMap((domain) => domain.jobs ?? [])];
