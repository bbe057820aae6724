import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first link in a mail to an address, from a folder of outgoing mails; undefined while none came. */
export function linkTo(folder: string, address: string): string | undefined {
  const mails = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => mail.includes(address));
  return mails.map(linkIn).find((link) => link !== undefined);
}

function linkIn(mail: string): string | undefined {
  const [, body = ''] = mail.split(/\r?\n\r?\n([\s\S]*)/);
  const text = /base64/i.test(mail)
    ? Buffer.from(body, 'base64').toString('utf8')
    : body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /https?:\/\/\S+/.exec(text)?.[0];
}
