import { once } from 'node:events';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer } from './http-server.ts';

type Line = Readonly<Record<string, unknown>>;

let server: Awaited<ReturnType<typeof createHttpServer>>;
let url: URL;
let logged: Line[];
let onLine: () => void;

beforeEach(async () => {
  logged = [];
  onLine = () => undefined;
  const write = (line: string): void => {
    logged.push(JSON.parse(line));
    onLine();
  };
  server = await createHttpServer({
    log: pino({ base: null, timestamp: false }, { write }),
    trustProxy: false,
    bodyLimit: 1000,
    describe: () => ({ name: 'Described' }),
  });
  server.post('/echo', async (request) => request.body);
  server.get('/broken', async () => {
    throw new Error('a row of somebody');
  });
  url = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
  logged.length = 0;
});
afterEach(() => server.close());

describe('what the log says of a request that fails', () => {
  it('is a line without alarm when the browser went away in the middle of it', async () => {
    const told = new Promise<void>((resolve) => {
      onLine = resolve;
    });
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, 'connect');
    const reached = once(server.server, 'request');
    socket.write(
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
    );
    await reached;
    socket.destroy();
    await told;
    expect(logged).toEqual([
      { level: 30, requestId: expect.any(String), url: '/echo', msg: 'request aborted' },
    ]);
  });

  it('names the request and describes the error when the fault is ours', async () => {
    const answer = await server.inject('/broken');
    expect([answer.statusCode, answer.json()]).toEqual([500, { error: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(logged).toEqual([
      {
        level: 50,
        requestId: expect.any(String),
        url: '/broken',
        name: 'Described',
        msg: 'request failed',
      },
    ]);
  });
});
