import { defineEntity, p } from '@mikro-orm/core';
import {
  COMPUTATION_KINDS,
  COMPUTATION_STATES,
  COMPUTATION_STEPS,
  type ComputationKind,
  type ComputationState,
  type ComputationStep,
} from '@xinghuo/shared/judging/domain/computation';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { id } from '../../platform/entity/base.ts';
import { Competition, Round } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { AssignmentPlan } from './assignment.entity.ts';
import { Result } from './result.entity.ts';

const ComputationSchema = defineEntity({
  name: 'Computation',
  tableName: 'computation',
  properties: {
    ...id,
    kind: p.enum(valuesOf(COMPUTATION_KINDS)).$type<ComputationKind>(),
    competition: () => p.manyToOne(Competition).ref(),
    /** Null for the result of a whole edition. */
    round: () => p.manyToOne(Round).ref().nullable().index(),
    /** The plan’s wishes; empty for a result. */
    input: p.json<object>(),
    state: p.enum(valuesOf(COMPUTATION_STATES)).$type<ComputationState>().default('QUEUED'),
    step: p.enum(valuesOf(COMPUTATION_STEPS)).$type<ComputationStep>().default('READING'),
    /** Thousandths of the whole. */
    done: p.integer().default(0),
    createdBy: () => p.manyToOne(Account).ref().nullable().index(),
    createdAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    /** When the progress was last written. */
    progressAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    /** Why it failed. */
    problems: p.json<readonly Problem[]>(),
    result: () => p.manyToOne(Result).ref().nullable().index().deleteRule('set null'),
    plan: () => p.manyToOne(AssignmentPlan).ref().nullable().index().deleteRule('set null'),
  },
  indexes: [{ properties: ['competition', 'createdAt'] }],
  checks: [
    { name: 'computation_over', expression: `(state in ('QUEUED', 'RUNNING')) = (finished_at is null)` },
  ],
});

/** Long work with its progress: something one can leave, come back to and cancel. */
export class Computation extends ComputationSchema.class {}
ComputationSchema.setClass(Computation);
