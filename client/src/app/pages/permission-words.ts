import { AUDIT_PERMISSIONS } from '@xinghuo/shared/audit/permissions';
import { COMPETITION_PERMISSIONS } from '@xinghuo/shared/competition/permissions';
import { TRAINING_PERMISSIONS } from '@xinghuo/shared/competition/training';
import { FILE_PERMISSIONS } from '@xinghuo/shared/files/permissions';
import { IDENTITY_PERMISSIONS } from '@xinghuo/shared/identity/permissions';
import { IMPORT_PERMISSIONS } from '@xinghuo/shared/imports/imports';
import { JOB_PERMISSIONS } from '@xinghuo/shared/jobs/job-state';
import { JUDGING_PERMISSIONS } from '@xinghuo/shared/judging/domain/permissions';
import type { PermissionTable } from '@xinghuo/shared/kernel/permission';
import { LIBRARY_PERMISSIONS } from '@xinghuo/shared/library/permissions';
import { TEAM_PERMISSIONS } from '@xinghuo/shared/teams/permissions';
import { UNIT_PERMISSIONS } from '@xinghuo/shared/units/permissions';

/** Every right with its words, for pages that say which one is missing. */
export const PERMISSION_WORDS: PermissionTable = {
  ...AUDIT_PERMISSIONS,
  ...COMPETITION_PERMISSIONS,
  ...FILE_PERMISSIONS,
  ...IDENTITY_PERMISSIONS,
  ...IMPORT_PERMISSIONS,
  ...JOB_PERMISSIONS,
  ...JUDGING_PERMISSIONS,
  ...LIBRARY_PERMISSIONS,
  ...TEAM_PERMISSIONS,
  ...TRAINING_PERMISSIONS,
  ...UNIT_PERMISSIONS,
};
