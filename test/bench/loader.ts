import { connect, type Socket } from 'node:net';
import type { Ask } from './requests.ts';

/*
 * The load, in a process of its own: connections that are kept alive, each sending its next request when the answer
 * to the last one is in. It speaks just enough HTTP/1.1 for that, so that it takes little of the processor.
 */

/** What the parent asks for. */
export interface Job {
  readonly port: number;
  readonly connections: number;
  /** Milliseconds, after which no further request is sent. */
  readonly duration: number;
  readonly asks: readonly Ask[];
  /** Each request only once: the job then also ends when none is left. */
  readonly once: boolean;
  /** Most requests; for counting statements. */
  readonly most?: number;
}

/** What came of it. Times are in milliseconds. */
export interface Outcome {
  readonly answered: number;
  readonly elapsed: number;
  readonly p50: number;
  readonly p99: number;
  /** Bytes of the last answer's body. */
  readonly bytes: number;
  /** The first wrong answer; there must be none. */
  readonly fault: string | null;
  /** Requests that were sent, for `once`. */
  readonly used: number;
}

async function work(job: Job): Promise<Outcome> {
  const messages = job.asks.map(message);
  const latencies: number[] = [];
  const until = performance.now() + job.duration;
  let next = 0;
  let bytes = 0;
  let fault: string | null = null;
  const limit = Math.min(job.most ?? Number.POSITIVE_INFINITY, job.once ? messages.length : Infinity);
  const take = (): number | null =>
    fault === null && next < limit && performance.now() < until ? next++ : null;

  const started = performance.now();
  await Promise.all(
    Array.from({ length: Math.min(job.connections, limit) }, async () => {
      const line = new Line(job.port);
      await line.open();
      for (let taken = take(); taken !== null; taken = take()) {
        const index = taken % messages.length;
        const sent = performance.now();
        const answer = await line.ask(messages[index] ?? Buffer.alloc(0));
        latencies.push(performance.now() - sent);
        bytes = answer.length;
        const expect = job.asks[index]?.expect ?? '';
        if (
          !answer.subarray(0, 300).toString('latin1').startsWith('HTTP/1.1 200') ||
          !answer.includes(expect)
        )
          fault ??= answer.subarray(0, 2000).toString('utf8');
      }
      line.close();
    }),
  );
  const elapsed = performance.now() - started;
  latencies.sort((a, b) => a - b);
  const at = (part: number): number => latencies[Math.floor((latencies.length - 1) * part)] ?? 0;
  return { answered: latencies.length, elapsed, p50: at(0.5), p99: at(0.99), bytes, fault, used: next };
}

function message({ path, cookie, body }: Ask): Buffer {
  const content = Buffer.from(body, 'utf8');
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: keep-alive\r\ncontent-type: application/json\r\naccept: application/json\r\ncookie: ${cookie}\r\ncontent-length: ${content.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), content]);
}

const HEAD_END = Buffer.from('\r\n\r\n');
const CHUNKS_END = Buffer.from('\r\n0\r\n\r\n');

/** One connection with one request under way at most. */
class Line {
  readonly #socket: Socket;
  #parts: Buffer[] = [];
  #received = 0;
  /** Bytes of the whole answer; null while the head is not in, NaN when it comes in chunks. */
  #whole: number | null = null;
  #settle: { resolve: (answer: Buffer) => void; reject: (error: Error) => void } | null = null;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (part) => this.#take(part));
    this.#socket.on('error', (error) => this.#settle?.reject(error));
    this.#socket.on('close', () => this.#settle?.reject(new Error('the connection was closed')));
  }

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve);
      this.#socket.once('error', reject);
    });
  }

  ask(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(part: Buffer): void {
    this.#parts.push(part);
    this.#received += part.length;
    if (this.#whole === null) this.#readHead();
    if (this.#whole === null) return;
    if (Number.isNaN(this.#whole) ? !this.#lastChunk() : this.#received < this.#whole) return;
    const answer = Buffer.concat(this.#parts);
    const settle = this.#settle;
    this.#parts = [];
    this.#received = 0;
    this.#whole = null;
    this.#settle = null;
    settle?.resolve(answer);
  }

  #readHead(): void {
    const start = Buffer.concat(this.#parts);
    this.#parts = [start];
    const end = start.indexOf(HEAD_END);
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(start.subarray(0, end).toString('latin1'))?.[1];
    this.#whole = length === undefined ? Number.NaN : end + HEAD_END.length + Number(length);
  }

  #lastChunk(): boolean {
    const tail = Buffer.concat(this.#parts.slice(-2));
    return tail.subarray(-CHUNKS_END.length).equals(CHUNKS_END);
  }
}

process.on('message', (job: Job) => {
  work(job).then(
    (outcome) => process.send?.(outcome),
    (error: Error) => process.send?.({ fault: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
