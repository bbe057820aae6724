import type { SqlEntityManager } from '@mikro-orm/sql';
import { JOB_EXPIRY_SECONDS } from '@xinghuo/shared/jobs/job-state';
import { fromKysely, fromPglite, type JobWithMetadata, PgBoss } from 'pg-boss';
import { v7 as uuidv7 } from 'uuid';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { type Database, JOB_QUEUE_SCHEMA } from '../database/index.ts';
import type { JobQueue, JobTiming } from '../write/tx.ts';
import type { InTransaction } from '../write/writer.ts';
import type { Job, JobServices } from './define-job.ts';
import { JobRun } from './job-run.entity.ts';

/** One queue carries every kind of quick job, so that one poll serves them all; long ones wait for each other in the second. */
const QUEUES = { quick: 'xinghuo', long: 'xinghuo-long' } as const;
const queueOf = (job: Job): string => (job.long ? QUEUES.long : QUEUES.quick);

/** Further attempts after a failure, and after the end of the server that was at it. */
const RETRIES = 5;
/**
 * How a queue treats its jobs. A server says of the job in its hands twice in 30 seconds that it is still at it; where it
 * no longer does, the job is given to another.
 */
const TREATMENT = {
  retryBackoff: true,
  retryDelay: 5,
  expireInSeconds: JOB_EXPIRY_SECONDS,
  heartbeatSeconds: 30,
} as const;
/** How often jobs whose server went silent are looked for, in seconds. */
const LOOK_AFTER = 15;

/** What travels through the queue: the run it belongs to, or the name of a scheduled job. */
type Ticket = { readonly runId: string } | { readonly scheduled: string };

/** What the jobs of an instance are made with. */
export interface JobsOptions {
  readonly database: Database;
  /** Address of the PostgreSQL server; absent with the embedded database. */
  readonly url: string | undefined;
  readonly kinds: readonly Job[];
  readonly inTransaction: InTransaction;
  readonly cipher: FieldCipher;
  /** `queue` works by itself on pg-boss; `manual` only when `runQueued` is called: for tests and the command line. */
  readonly mode: 'queue' | 'manual';
}

/** Background work on pg-boss, on either engine; safe with several instances and when a job runs twice. */
export class Jobs implements JobQueue {
  private readonly kinds: ReadonlyMap<string, Job>;
  private readonly boss: PgBoss | null;
  private services: JobServices | null = null;
  private workers: readonly string[] = [];

  constructor(private readonly options: JobsOptions) {
    this.kinds = new Map(options.kinds.map((job) => [job.name, job]));
    this.boss = options.mode === 'queue' ? createBoss(options) : null;
  }

  /** Starts working. Schedules of jobs that no longer exist are removed. */
  async start(services: JobServices): Promise<void> {
    this.services = services;
    const { boss } = this;
    if (!boss) return;
    boss.on('error', (error) => services.log.warn({ name: error.name }, 'job queue'));
    await boss.start();
    const workers: string[] = [];
    for (const queue of Object.values(QUEUES)) {
      await boss.createQueue(queue, TREATMENT);
      // A queue that exists is left as it is by the line above.
      await boss.updateQueue(queue, TREATMENT);
      await this.plan(boss, queue);
      workers.push(await this.work(boss, queue));
    }
    this.workers = workers;
  }

  private async plan(boss: PgBoss, queue: string): Promise<void> {
    const planned = new Set((await boss.getSchedules(queue)).map((schedule) => schedule.key));
    for (const job of this.kinds.values()) {
      if (!job.schedule || queueOf(job) !== queue) continue;
      planned.delete(job.name);
      const ticket: Ticket = { scheduled: job.name };
      await boss.schedule(queue, job.schedule, ticket, { tz: 'Asia/Shanghai', key: job.name });
    }
    for (const key of planned) await boss.unschedule(queue, key);
  }

  /** One job of a queue at a time. */
  private work(boss: PgBoss, queue: string): Promise<string> {
    return boss.work(
      queue,
      { batchSize: 1, pollingIntervalSeconds: 2, includeMetadata: true },
      async (tickets: JobWithMetadata<Ticket>[]) => {
        for (const ticket of tickets) await this.perform(ticket.data, ticket.retryCount >= ticket.retryLimit);
      },
    );
  }

  /** Looks into the queues now instead of with the next poll. */
  wake(): void {
    for (const worker of this.workers) this.boss?.notifyWorker(worker);
  }

  /** Lets the running job end, then stops. */
  async stop(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 10_000 });
  }

  /** Does everything that is queued and due, here and now; returns how many jobs ran. Only in manual mode. */
  async runQueued(): Promise<number> {
    const { inTransaction } = this.options;
    const due = await inTransaction(({ em }) =>
      em.find(
        JobRun,
        { state: { $in: ['QUEUED', 'RETRYING'] } },
        { orderBy: { createdAt: 'asc', id: 'asc' }, limit: 500 },
      ),
    );
    const now = this.require().now();
    const ready = due.filter((run) => !run.startAfter || run.startAfter <= now);
    for (const run of ready) await this.perform({ runId: run.id }, true);
    return ready.length;
  }

  /** Does a scheduled job here and now. Only in manual mode. */
  async runScheduled(name: string): Promise<void> {
    await this.perform({ scheduled: name }, true);
  }

  async enqueue(em: SqlEntityManager, name: string, data: object, timing: JobTiming = {}): Promise<void> {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`no job is declared as ${name}`);
    const run = em.create(JobRun, {
      id: uuidv7(),
      name,
      data: kind.sealed ? {} : { ...data },
      sealed: kind.sealed ? this.options.cipher.encrypt(JSON.stringify(data)) : null,
      startAfter: timing.startAfter ?? null,
    });
    await em.flush();
    await this.send(em, run.id, kind, timing);
  }

  async again(em: SqlEntityManager, runId: string, name: string): Promise<void> {
    const kind = this.kinds.get(name);
    if (kind) await this.send(em, runId, kind, {});
  }

  private async send(em: SqlEntityManager, runId: string, kind: Job, timing: JobTiming): Promise<void> {
    if (!this.boss) return;
    const db = fromKysely(em.getKysely());
    const ticket: Ticket = { runId };
    await this.boss.send(queueOf(kind), ticket, { db, retryLimit: RETRIES, ...timing });
  }

  private require(): JobServices {
    if (!this.services) throw new Error('the jobs have not been started');
    return this.services;
  }

  private async perform(ticket: Ticket, last: boolean): Promise<void> {
    const services = this.require();
    const run = await this.begin(ticket);
    const kind = run && this.kinds.get(run.name);
    if (!run || !kind || run.state === 'DONE') return;
    const data = run.sealed
      ? (JSON.parse(this.options.cipher.decrypt(run.sealed)) as typeof run.data)
      : run.data;
    try {
      await kind.run(services, data);
      await this.end(run.id, 'DONE', null);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      await this.end(
        run.id,
        last ? 'FAILED' : 'RETRYING',
        typeof code === 'string' ? code : (error as Error).name,
      );
      services.log.warn({ job: run.name, run: run.id, error: (error as Error).name }, 'job failed');
      if (this.boss) throw error;
    }
  }

  private begin(ticket: Ticket): Promise<JobRun | null> {
    return this.options.inTransaction(async ({ em }) => {
      const run =
        'runId' in ticket
          ? await em.findOne(JobRun, { id: ticket.runId })
          : em.create(JobRun, { id: uuidv7(), name: ticket.scheduled, data: {} });
      if (!run || run.state === 'DONE') return run;
      em.assign(run, {
        state: 'RUNNING',
        startedAt: this.require().now(),
        attempts: (run.attempts ?? 0) + 1,
      });
      return run;
    });
  }

  private end(id: string, state: 'DONE' | 'FAILED' | 'RETRYING', error: string | null): Promise<void> {
    return this.options.inTransaction(async ({ em }) => {
      const run = await em.findOneOrFail(JobRun, { id });
      em.assign(run, {
        state,
        error,
        finishedAt: this.require().now(),
        ...(state === 'DONE' ? { sealed: null } : {}),
      });
    });
  }
}

function createBoss({ database, url }: JobsOptions): PgBoss {
  const common = {
    schema: JOB_QUEUE_SCHEMA,
    application_name: 'xinghuo-jobs',
    superviseIntervalSeconds: LOOK_AFTER,
    monitorIntervalSeconds: LOOK_AFTER,
  };
  return database.pglite === undefined
    ? new PgBoss({ ...common, connectionString: url ?? '', max: 2 })
    : new PgBoss({ ...common, db: fromPglite(database.pglite), backend: 'pglite' });
}
