import { describe, expect, it } from 'vitest';
import { COMMON_MAIL_DOMAINS, phoneDigits } from './contact-match.ts';

describe('telephone numbers that are compared', () => {
  it('are equal however they are written', () => {
    for (const text of ['0555-1100207', '+86 555 110 0207', '0086-555-1100207', '０５５５　１１００２０７'])
      expect(phoneDigits(text)).toBe('5551100207');
    expect(phoneDigits('138 0000 1234')).toBe(phoneDigits('+8613800001234'));
  });

  it('tell people apart or are not compared', () => {
    expect(phoneDigits('0555-1100207')).not.toBe(phoneDigits('0555-1100208'));
    for (const text of ['', '12345', '转 801']) expect(phoneDigits(text)).toBeNull();
  });
});

it('the common mail domains are written as they are compared', () => {
  for (const domain of COMMON_MAIL_DOMAINS) expect(domain).toBe(domain.trim().toLowerCase());
  expect(new Set(COMMON_MAIL_DOMAINS).size).toBe(COMMON_MAIL_DOMAINS.length);
});
