import { createHash, randomBytes } from 'node:crypto';

/** A secret nobody can guess, and its hash: only the hash is stored. 256 bits, so a plain hash is enough. */
export function newSecret(prefix: string): { readonly secret: string; readonly hash: string } {
  const secret = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashSecret(secret) };
}

/** The stored form of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
