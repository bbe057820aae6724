import { JOB_NAMES } from '@xinghuo/shared/jobs/job-names';
import { JOB_STATES } from '@xinghuo/shared/jobs/job-state';
import { defineExport } from '../../platform/exports/index.ts';
import { jobList } from './job.list.ts';

defineExport({
  list: 'jobs',
  name: { zh: '后台任务', en: 'Background jobs' },
  of: jobList,
  columns: [
    { key: 'name', zh: '任务', en: 'Job', type: 'words', table: JOB_NAMES, value: 'name', width: 24 },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: JOB_STATES, value: 'state' },
    { key: 'attempts', zh: '尝试次数', en: 'Attempts', type: 'number', value: 'attempts' },
    { key: 'error', zh: '最近一次失败', en: 'Last failure', type: 'text', value: 'error', width: 28 },
    { key: 'createdAt', zh: '加入时间', en: 'Queued', type: 'instant', value: 'createdAt' },
    { key: 'startAfter', zh: '不早于', en: 'Not before', type: 'instant', value: 'startAfter' },
    { key: 'startedAt', zh: '开始时间', en: 'Began', type: 'instant', value: 'startedAt' },
    { key: 'finishedAt', zh: '结束时间', en: 'Ended', type: 'instant', value: 'finishedAt' },
  ],
});
