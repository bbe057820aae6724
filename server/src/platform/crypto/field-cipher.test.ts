import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldCipher } from './field-cipher.ts';

const cipher = new FieldCipher(randomBytes(32), randomBytes(32));

describe('FieldCipher', () => {
  it('gives back what it was given, never the same sealed text twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cipher.decrypt(cipher.encrypt(text))).toBe(text);
        expect(cipher.encrypt(text)).not.toBe(cipher.encrypt(text));
      }),
    );
  });

  it('refuses a text that was changed or sealed with another key', () => {
    const sealed = cipher.encrypt('13955500000');
    const bytes = Buffer.from(sealed.slice('v1.'.length), 'base64url');
    for (const place of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(place) ^ 1, place);
      expect(() => cipher.decrypt(`v1.${changed.toString('base64url')}`)).toThrow();
    }
    expect(() => new FieldCipher(randomBytes(32), randomBytes(32)).decrypt(sealed)).toThrow();
  });
});
