import { describe, expect, it } from 'vitest';
import { named, quoted } from './print-words.ts';

describe('words on paper', () => {
  it('makes quotation marks within a title single ones', () => {
    expect(quoted('理论“拆快递”')).toBe('“理论‘拆快递’”');
    expect(quoted('The Workers’ Day')).toBe('“The Workers’ Day”');
  });

  it('takes the name in the language, the Chinese one where there is no other', () => {
    expect(named({ name: '诗城青年讲习社', nameEn: 'Poetry City Youth' }, 'en')).toBe('Poetry City Youth');
    expect(named({ name: '诗城青年讲习社', nameEn: 'Poetry City Youth' }, 'zh')).toBe('诗城青年讲习社');
    expect(named({ name: '诗城青年讲习社', nameEn: null }, 'en')).toBe('诗城青年讲习社');
    expect(named(null, 'en')).toBe('');
  });
});
