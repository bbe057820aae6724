import { randomInt } from 'node:crypto';
import { hashPassword } from './password.ts';

/** Letters and digits that nobody mistakes for one another on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over: four groups of four, 79 bits. */
export async function oneTimePassword(): Promise<{ readonly password: string; readonly hash: string }> {
  const letters = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const password = letters.replace(/(.{4})(?=.)/g, '$1-');
  return { password, hash: await hashPassword(password) };
}
