import { defineEntity, p } from '@mikro-orm/core';
import { JOB_STATES, type JobState } from '@xinghuo/shared/jobs/job-state';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable } from '../entity/base.ts';

const JobRunSchema = defineEntity({
  name: 'JobRun',
  tableName: 'job_run',
  properties: {
    ...editable,
    /** The job's name, as it is declared in the code. */
    name: p.text(),
    state: p.enum(valuesOf(JOB_STATES)).$type<JobState>().default('QUEUED'),
    /** What the job works on: ids and settings, never a secret or an address. */
    data: p.json<Readonly<Record<string, unknown>>>(),
    /** What only the job itself may know (an address, a link), encrypted; emptied when it is done. */
    sealed: p.text().nullable().hidden(),
    attempts: p.integer().default(0),
    /** The stable code of the last failure. */
    error: p.text().nullable(),
    startAfter: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['createdAt', 'id'] }, { properties: ['name', 'state'] }],
});

/** One piece of background work, from the moment it was queued: what administrators see. */
export class JobRun extends JobRunSchema.class {}
JobRunSchema.setClass(JobRun);
