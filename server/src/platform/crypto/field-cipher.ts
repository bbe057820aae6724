import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Encrypts personal data at rest, and finds equal values without decrypting them. */
export class FieldCipher {
  /** @param key 32 bytes for AES-256-GCM. @param hashKey 32 bytes for the keyed digests. */
  constructor(
    private readonly key: Uint8Array,
    private readonly hashKey: Uint8Array,
  ) {}

  /** `v1.` and nonce, tag and text in base64url. */
  encrypt(plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** @throws when the text was not made with this key or was changed. */
  decrypt(sealed: string): string {
    const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** A keyed digest: equal values have equal digests, and nobody without the key can try values out. */
  digest(value: string): string {
    return createHmac('sha256', this.hashKey).update(value).digest('hex');
  }
}
