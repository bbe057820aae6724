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
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'B' : 'A'}${sealed.at(-1)}`;
    expect(() => cipher.decrypt(changed)).toThrow();
    expect(() => new FieldCipher(randomBytes(32), randomBytes(32)).decrypt(sealed)).toThrow();
  });
});
