/**
 * Mail domains that say nothing about where somebody works: the great public providers, and names reserved for examples.
 */
export const COMMON_MAIL_DOMAINS: readonly string[] = [
  'qq.com',
  'vip.qq.com',
  'foxmail.com',
  '163.com',
  'vip.163.com',
  '126.com',
  'yeah.net',
  '139.com',
  '189.cn',
  'wo.cn',
  'sina.com',
  'sina.cn',
  'sohu.com',
  '21cn.com',
  'tom.com',
  'aliyun.com',
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'live.cn',
  'msn.com',
  'yahoo.com',
  'yahoo.com.cn',
  'yahoo.cn',
  'icloud.com',
  'me.com',
  'proton.me',
  'protonmail.com',
  'example.com',
  'example.org',
  'example.net',
  'example.cn',
  'demo.xinghuo',
];

/** Fewer digits are an extension or a short number that many share. */
const LEAST_DIGITS = 7;

/**
 * A telephone number as its digits, without the country's prefix and without the zero of an area code abroad, so that
 * `+86 555-110 0207` and `0555-1100207` are equal; null when it is too short to tell people apart.
 */
export function phoneDigits(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[^\d+]/g, '');
  const national = digits
    .replace(/^(?:\+|00)86/, '')
    .replace(/^\+/, '')
    .replace(/^0+/, '');
  return national.length >= LEAST_DIGITS ? national : null;
}
