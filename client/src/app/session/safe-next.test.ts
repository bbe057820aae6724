import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('the page after signing in', () => {
  it('is the one that was wanted', () => {
    expect(safeNext('/entries?f.state=A#x')).toBe('/entries?f.state=A#x');
  });

  it('never leaves this site and never loops', () => {
    for (const next of [
      null,
      '',
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      '/sign-in?next=/',
    ]) {
      expect(safeNext(next)).toBe('/');
    }
  });
});
