import { enumTable } from '../kernel/label.ts';
import type { PermissionTable } from '../kernel/permission.ts';

/** Where a job stands. */
export const JOB_STATES = enumTable({
  QUEUED: { zh: '等待执行', en: 'Waiting' },
  RUNNING: { zh: '执行中', en: 'Running' },
  DONE: { zh: '已完成', en: 'Done' },
  RETRYING: { zh: '将重试', en: 'Will be tried again', note: 'An attempt failed; the next one is planned.' },
  FAILED: { zh: '失败', en: 'Failed', note: 'Every attempt failed; an administrator may start it again.' },
});
export type JobState = keyof typeof JOB_STATES;

/** No attempt at a job takes longer, in seconds: one that still runs then is without a server. */
export const JOB_EXPIRY_SECONDS = 900;

/** Whether a job may be started again: its attempts all failed, or its server ended and nothing took it up. */
export function mayStartAgain(
  { state, startedAt }: { readonly state: JobState; readonly startedAt: Date | string | null },
  now: Date,
): boolean {
  if (state !== 'RUNNING' || startedAt === null) return state === 'FAILED';
  return now.getTime() - new Date(startedAt).getTime() > JOB_EXPIRY_SECONDS * 1000;
}

/** Permissions of the jobs domain. */
export const JOB_PERMISSIONS = {
  'job.list': { zh: '查看后台任务', en: 'See background jobs', roles: ['SYSTEM_ADMIN', 'AUDITOR'] },
  'job.retry': { zh: '重新执行后台任务', en: 'Start background jobs again', roles: ['SYSTEM_ADMIN'] },
} as const satisfies PermissionTable;
