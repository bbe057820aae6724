import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mailer, openMailer } from './index.ts';

const invitation = {
  to: 'judge@example.org',
  subject: '邀请：第三届志愿服务项目大赛评审',
  text: '请打开 https://example.org/invite/3f9c-secret 设置密码。',
};

/** The base64 or quoted-printable body of a one-part message, decoded. */
function bodyOf(eml: string): string {
  const [head = '', ...rest] = eml.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

describe('the outbox', () => {
  let directory: string;
  let mailer: Mailer;
  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), 'mail-')), 'outbox');
    mailer = await openMailer({ kind: 'outbox', directory, from: '星火平台 <noreply@example.org>' });
  });
  afterEach(async () => {
    mailer.close();
    await rm(directory, { recursive: true });
  });

  it('holds one readable message per mail and an index, for its owner only', async () => {
    await mailer.send(invitation);
    await mailer.send({ ...invitation, subject: '提醒\t两天\n后截止', html: '<p>请打开</p>' });
    const names = (await readdir(directory)).sort();
    expect(names).toEqual([expect.stringMatching(/\.eml$/), expect.stringMatching(/\.eml$/), 'index.tsv']);
    const eml = await readFile(join(directory, names[0] ?? ''), 'utf8');
    expect(eml).toContain('To: judge@example.org');
    expect(bodyOf(eml).trim()).toBe(invitation.text);
    const index = (await readFile(join(directory, 'index.tsv'), 'utf8')).trimEnd().split('\n');
    expect(index.map((line) => line.split('\t').slice(1))).toEqual([
      [names[0], invitation.to, invitation.subject],
      [names[1], invitation.to, '提醒 两天 后截止'],
    ]);
    expect(index.join()).not.toContain('secret');
    for (const name of names) expect((await stat(join(directory, name))).mode & 0o077).toBe(0);
  });

  it('refuses lists, line breaks and what is no address, without repeating it', async () => {
    for (const to of ['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', 'nobody', '']) {
      const failure = await mailer.send({ ...invitation, to }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'MAIL_ADDRESS', retry: false, message: 'MAIL_ADDRESS' });
    }
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('SMTP', () => {
  let server: Server;
  let received: string[];
  /** What the server answers to RCPT. */
  let answer: string;
  let mailer: Mailer;

  beforeEach(async () => {
    received = [];
    answer = '250 ok';
    server = createServer((socket) => {
      let inData = false;
      let pending = '';
      socket.write('220 mail.example.org\r\n');
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk) => {
        pending += chunk.toString();
        for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
          const line = pending.slice(0, end);
          pending = pending.slice(end + 2);
          if (inData) {
            if (line === '.') inData = false;
            received.push(line);
            if (!inData) socket.write('250 queued\r\n');
          } else if (line.startsWith('RCPT')) socket.write(`${answer}\r\n`);
          else if (line === 'STARTTLS') socket.write('502 not here\r\n');
          else if (line === 'DATA') {
            inData = true;
            socket.write('354 go on\r\n');
          } else socket.write('250 ok\r\n');
        }
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    mailer = await open(true);
  });
  afterEach(() => {
    mailer.close();
    server.close();
  });

  function open(allowPlain: boolean): Promise<Mailer> {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const { port } = address;
    return openMailer({
      kind: 'smtp',
      host: '127.0.0.1',
      port,
      secure: false,
      allowPlain,
      from: 'noreply@example.org',
    });
  }

  it('delivers to the server', async () => {
    const { messageId } = await mailer.send(invitation);
    expect(received.join('\n')).toContain(messageId);
    expect(received.join('\n')).toContain('To: judge@example.org');
  });

  it('tells refusals from failures that pass, and quotes no address', async () => {
    answer = '550 no such user judge@example.org';
    const refused: unknown = await mailer.send(invitation).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'MAIL_REFUSED',
      retry: false,
      response: 550,
      message: 'MAIL_REFUSED (550)',
    });
    expect(refused instanceof Error && refused.cause).toBeUndefined();
    answer = '451 try later';
    await expect(mailer.send(invitation)).rejects.toMatchObject({
      code: 'MAIL_UNREACHABLE',
      retry: true,
      response: 451,
    });
  });

  it('sends nothing over a line without TLS unless that is allowed', async () => {
    const strict = await open(false);
    await expect(strict.send(invitation)).rejects.toMatchObject({ name: 'MailFailure' });
    expect(received).toEqual([]);
    strict.close();
  });

  it('says when nobody answers', async () => {
    mailer.close();
    server.close();
    await once(server, 'close');
    const lonely = await openMailer({
      kind: 'smtp',
      host: '127.0.0.1',
      port: 1,
      secure: false,
      from: 'a@example.org',
    });
    await expect(lonely.send(invitation)).rejects.toMatchObject({ code: 'MAIL_UNREACHABLE', retry: true });
    lonely.close();
    server.listen(0);
  });
});
