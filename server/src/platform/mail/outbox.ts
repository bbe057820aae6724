import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { checkAddress, type MailConfig, type Mailer } from './mailer.ts';

/**
 * Writes messages to a folder instead of sending them: NAME.eml, which mail programs open, and a line in index.tsv
 * with time, file, recipient and subject. The folder holds invitation links, so only its owner may read it.
 */
export async function openOutbox(config: Extract<MailConfig, { kind: 'outbox' }>): Promise<Mailer> {
  await mkdir(config.directory, { recursive: true, mode: 0o700 });
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      checkAddress(mail.to);
      const date = new Date();
      const { message, messageId } = await transport.sendMail({ from: config.from, date, ...mail });
      if (!Buffer.isBuffer(message)) throw new TypeError('the message was not built in memory');
      const name = `${date.toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
      await writeWhole(config.directory, name, message);
      const line = [date.toISOString(), name, mail.to, mail.subject].map(oneField).join('\t');
      await appendFile(join(config.directory, 'index.tsv'), `${line}\n`, { mode: 0o600 });
      return { messageId };
    },
    close: () => transport.close(),
  };
}

/** A message is in the folder whole or not at all. */
async function writeWhole(directory: string, name: string, bytes: Buffer): Promise<void> {
  const temporary = join(directory, `.${name}.part`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, join(directory, name));
}

function oneField(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ');
}
