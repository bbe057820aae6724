import { describe, expect, it } from 'vitest';
import { conflictReason } from './conflicts-words.ts';

const zh = (of: { zh: string }): string => of.zh;

describe('the reason of a conflict', () => {
  it('is put into words when the system found it', () =>
    expect(conflictReason({ source: 'FOUND', reason: 'SAME_UNIT' }, zh)).toBe('与参赛队伍同一单位'));
  it('is what a person wrote, even when it reads like a code', () =>
    expect(conflictReason({ source: 'ENTERED', reason: 'SAME_UNIT' }, zh)).toBe('SAME_UNIT'));
  it('is shown as it is when its code is not known', () =>
    expect(conflictReason({ source: 'FOUND', reason: 'toString' }, zh)).toBe('toString'));
});
