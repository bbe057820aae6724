import { COMPUTATION_TOTAL, type ComputationKind } from '@xinghuo/shared/judging/domain/computation';
import { WorkCancelled } from '@xinghuo/shared/judging/work-hooks';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { Job, JobServices } from '../../platform/jobs/define-job.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase, type UseCase, useCase } from '../../platform/write/use-case.ts';
import { Competition, competitionAccess, Round, roundAccess } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { AssignmentPlan } from './assignment.entity.ts';
import { Computation } from './computation.entity.ts';
import { computeScope, fingerprintNow, openForResults } from './compute-result.ts';
import type { EngineHooks } from './engine-thread.ts';
import { computationAccess } from './judging.access.ts';
import { type PlanWishes, planAhead, storePlan } from './make-plan.ts';
import { storeResults } from './store-result.ts';
import { COMPUTATION_CHANGED } from './topics.ts';

interface Start extends Partial<PlanWishes> {
  readonly kind: ComputationKind;
  readonly competitionId?: string | null;
  readonly roundId?: string | null;
}

/** Queues a computation. The person’s right is checked here, and again when what was computed is stored. */
export const startComputation = useCase('computationStart', async (tx, input: Start) => {
  const { kind, competitionId, roundId, ...wishes } = input;
  const round = roundId
    ? await tx.get(Round, roundAccess, roundId, { right: 'manage', path: 'roundId', lock: 'none' })
    : null;
  const edition = round?.competition.id ?? competitionId;
  if (!edition || (kind === 'PLAN' && !round))
    return tx.refuse(problem('REQUIRED', kind === 'PLAN' ? 'roundId' : 'competitionId'));
  const competition = await tx.get(Competition, competitionAccess, edition, {
    right: 'manage',
    path: 'competitionId',
    lock: 'none',
  });
  const computation = tx.em.create(Computation, {
    kind,
    competition,
    round,
    input: kind === 'PLAN' ? { ...wishes } : {},
    createdBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
    createdAt: tx.now,
    problems: [],
  });
  await tx.em.flush();
  tx.subject = { type: 'Computation', id: computation.id };
  await tx.enqueue(computeJob.name, { computationId: computation.id });
  return { computation: computation.id };
});

/** Cancels a computation that has not ended: whoever runs it finds it cancelled and stops its worker. */
export const cancelComputation = useCase('computationCancel', async (tx, input: { readonly id: string }) => {
  const computation = await tx.get(Computation, computationAccess, input.id, { right: 'manage' });
  if (computation.finishedAt) tx.refuse(problem('COMPUTATION_OVER', 'id', { state: computation.state }));
  computation.state = 'CANCELLED';
  computation.finishedAt = tx.now;
  await tx.publish(COMPUTATION_CHANGED, { id: computation.id });
  return { computation: computation.id };
});

interface Ahead {
  readonly kind: ComputationKind;
  readonly competition: string;
  readonly round: string | null;
  readonly input: Partial<PlanWishes>;
  readonly by: string | null;
}

/** Progress is written, and a cancellation noticed, at most so often; in milliseconds. */
const EVERY = 500;

/**
 * Tells how far a computation is, and stops it when it was cancelled. Progress is no business of the audit log: it is
 * written in one statement of its own, beside the transaction that stores what was computed.
 */
function watch(
  { read, now, log }: Pick<JobServices, 'read' | 'now' | 'log'>,
  id: string,
): EngineHooks & { readonly end: () => void } {
  const stop = new AbortController();
  let latest = { share: 0, step: 'READING' };
  let writing = false;
  const write = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    try {
      const done = Math.min(COMPUTATION_TOTAL - 1, Math.floor(latest.share * COMPUTATION_TOTAL));
      const [running] = await read(
        sql`with told as (update computation set done = greatest(done, ${done}), step = ${latest.step}, progress_at = ${now()} where id = ${id} and state = 'RUNNING' returning id)
          select pg_notify('xinghuo', ${JSON.stringify({ topic: COMPUTATION_CHANGED, payload: { id } })}) from told`,
      );
      if (!running) stop.abort();
    } finally {
      writing = false;
    }
  };
  // A progress that could not be told is told with the next one: the computation itself goes on.
  const failed = (error: unknown): void =>
    log.warn({ error: (error as Error).name }, 'progress was not told');
  const timer = setInterval(() => void write().catch(failed), EVERY);
  return {
    cancelled: stop.signal,
    onProgress: (share, step) => {
      latest = { share, step };
    },
    end: () => clearInterval(timer),
  };
}

/** Marks a computation as begun; one that was cancelled before it began answers nothing. */
const begin = useCase('computationBegin', async (tx, input: { readonly id: string }) => {
  const computation = await tx.get(Computation, computationAccess, input.id);
  if (computation.finishedAt) return { ahead: null };
  computation.state = 'RUNNING';
  computation.startedAt ??= tx.now;
  computation.progressAt = tx.now;
  await tx.publish(COMPUTATION_CHANGED, { id: computation.id });
  const ahead: Ahead = {
    kind: computation.kind,
    competition: computation.competition.id,
    round: computation.round?.id ?? null,
    input: computation.input,
    by: computation.createdBy?.id ?? null,
  };
  return { ahead };
});

/** The computation, held; refused when it was cancelled meanwhile. */
async function held(tx: Tx, id: string): Promise<Computation> {
  const computation = await tx.get(Computation, computationAccess, id, { right: 'manage' });
  if (computation.state !== 'RUNNING')
    tx.refuse(problem('COMPUTATION_OVER', 'id', { state: computation.state }));
  computation.state = 'DONE';
  computation.done = COMPUTATION_TOTAL;
  computation.step = 'STORING';
  computation.progressAt = tx.now;
  computation.finishedAt = tx.now;
  await tx.publish(COMPUTATION_CHANGED, { id });
  return computation;
}

interface Work {
  readonly id: string;
  readonly ahead: Ahead;
  readonly hooks: EngineHooks;
}

const finishResult = preparedUseCase(
  'computationResult',
  (read, { ahead, hooks }: Work) =>
    computeScope(read, ahead.round ? { roundId: ahead.round } : { competitionId: ahead.competition }, hooks),
  async (tx, { id }: Work, computed) => {
    const { facts } = computed;
    const computation = await held(tx, id);
    const competition = await openForResults(tx, facts.competitionId);
    const fingerprint = await fingerprintNow(tx, facts.competitionId, facts.roundId);
    if (fingerprint !== facts.fingerprint) tx.refuse(problem('RESULT_OUTDATED'));
    const frozen = competition.state === 'PUBLICISED' && facts.roundId === null;
    const [official] = await storeResults(tx, computed, { frozen, fingerprint });
    await tx.execute(sql`update computation set result_id = ${official ?? null} where id = ${id}`, {
      type: 'Computation',
      id: computation.id,
      kind: 'update',
      after: { result: official ?? null },
    });
    return {};
  },
);

const finishPlan = preparedUseCase(
  'computationPlan',
  (read, { ahead, hooks }: Work) => planAhead(read, { ...ahead.input, roundId: ahead.round ?? '' }, hooks),
  async (tx, { id, ahead }: Work, prepared) => {
    const computation = await held(tx, id);
    const plan = await storePlan(tx, ahead.round ?? '', prepared);
    computation.plan = tx.em.getReference(AssignmentPlan, plan.id, { wrapped: true });
    return {};
  },
);

/** Ends a computation that could not be finished, with the reasons. */
const fail = useCase(
  'computationFail',
  async (tx, input: { readonly id: string; readonly problems: readonly Problem[] }) => {
    const computation = await tx.get(Computation, computationAccess, input.id, { right: 'manage' });
    if (computation.finishedAt) return {};
    computation.state = 'FAILED';
    computation.problems = input.problems;
    computation.finishedAt = tx.now;
    await tx.publish(COMPUTATION_CHANGED, { id: computation.id });
    return {};
  },
);

/**
 * Stores what was computed for the person who asked for it, with the rights they hold then; nobody stands behind what the
 * system itself began. Answers why it was not stored.
 */
async function finish(services: JobServices, work: Work): Promise<readonly Problem[]> {
  const { by, kind } = work.ahead;
  const run = <P>(step: UseCase<Work, object, P>) =>
    by === null ? services.execute(step, work) : services.executeFor(by, step, work);
  const outcome = await (kind === 'RESULT' ? run(finishResult) : run(finishPlan));
  return outcome ? outcome.problems : [problem('RIGHT_LOST')];
}

/** Does queued computations, one at a time. */
export const computeJob: Job = {
  name: 'judging.compute',
  long: true,
  // It is tried again only where a server ended midway: what failed by itself is told at once.
  async run(services, data) {
    const { execute, log } = services;
    const { computationId: id } = data as { readonly computationId: string };
    const begun = await execute(begin, { id });
    const ahead = begun.value?.ahead;
    if (!ahead) return;
    const hooks = watch(services, id);
    try {
      const problems = await finish(services, { id, ahead, hooks });
      if (problems.length > 0) await execute(fail, { id, problems });
    } catch (error) {
      if (error instanceof WorkCancelled) return;
      log.warn({ computation: id, error: (error as Error).name }, 'a computation failed');
      await execute(fail, { id, problems: [] });
    } finally {
      hooks.end();
    }
  },
};
