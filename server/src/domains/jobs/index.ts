import { JOB_PERMISSIONS } from '@xinghuo/shared/jobs/job-state';
import type { Domain } from '../../platform/domain.ts';
import { JobResolver } from './job.resolver.ts';
import './job-export.ts';

/** Background work, as administrators see it. */
export const jobs: Domain = {
  name: 'jobs',
  permissions: JOB_PERMISSIONS,
  entities: [],
  resolvers: [JobResolver],
};
