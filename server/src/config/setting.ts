/** What a value may be made of: the parsed value, or what is wrong with the text, as the end of "NAME must …". */
export type Parsed<T> = { ok: true; value: T } | { ok: false; must: string };

/** One setting as it is read, checked and explained. */
export interface Setting<T> {
  name: string;
  /** Its text when nothing is set; undefined when there is none and the setting may be absent. */
  fallback: string | undefined;
  /** The default in words, where it is not a plain text. */
  fallbackMeaning?: { zh: string; en: string };
  meaning: { zh: string; en: string };
  /** Never printed. */
  secret: boolean;
  /** Production does not start without it. */
  demandedInProduction: boolean;
  parse: (text: string) => Parsed<T>;
}

type Definition<T> = Omit<Setting<T>, 'secret' | 'demandedInProduction' | 'fallback'> & Partial<Setting<T>>;

/** Defines a setting; unless said otherwise it is no secret, has no default and may be absent. */
export function setting<T>(definition: Definition<T>): Setting<T> {
  return { fallback: undefined, secret: false, demandedInProduction: false, ...definition };
}

/** The values of a table of settings. */
export type Values<S extends Record<string, Setting<unknown>>> = {
  [K in keyof S]: S[K] extends Setting<infer T> ? T | undefined : never;
};

const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const wrong = (must: string): Parsed<never> => ({ ok: false, must });

/** Any text. */
export const text = (value: string): Parsed<string> => ok(value);

/** A whole number in a range. */
export function integer(least: number, most: number): (value: string) => Parsed<number> {
  return (value) => {
    const number = Number(value);
    const fits = /^\d+$/.test(value) && number >= least && number <= most;
    return fits ? ok(number) : wrong(`be a whole number from ${least} to ${most}`);
  };
}

/** true/false, in the ways people write it. */
export function flag(value: string): Parsed<boolean> {
  if (['true', '1', 'yes', 'on'].includes(value.toLowerCase())) return ok(true);
  if (['false', '0', 'no', 'off'].includes(value.toLowerCase())) return ok(false);
  return wrong('be true or false');
}

/** One of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): (value: string) => Parsed<T> {
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    return word === undefined ? wrong(`be one of ${words.join(', ')}`) : ok(word);
  };
}

/** An address with one of these schemes; a slash at its end is dropped. */
export function address(...schemes: readonly string[]): (value: string) => Parsed<string> {
  const must = `be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  return (value) => {
    if (!URL.canParse(value)) return wrong(must);
    return schemes.includes(new URL(value).protocol.slice(0, -1))
      ? ok(value.replace(/\/+$/, ''))
      : wrong(must);
  };
}

/** A key of 32 bytes, in base64 (44 characters) or hexadecimal (64 characters). */
export function key(value: string): Parsed<Uint8Array> {
  const bytes = /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  const faithful = bytes.length === 32 && /^([0-9a-f]{64}|[A-Za-z0-9+/_-]{43}=?)$/i.test(value);
  return faithful
    ? ok(new Uint8Array(bytes))
    : wrong('be 32 random bytes in base64, as `openssl rand -base64 32` makes them');
}

/** A secret text that cannot be guessed. */
export function secretText(value: string): Parsed<string> {
  return value.length >= 32
    ? ok(value)
    : wrong('be at least 32 characters, as `openssl rand -base64 32` makes them');
}

/** A mail address, with or without a name before it. */
export function mailAddress(value: string): Parsed<string> {
  return /^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)
    ? ok(value)
    : wrong('be a mail address such as 星火 <xinghuo@example.org>');
}

/** Proxies in front: none, all, how many, or their addresses, in the form Fastify takes. */
export function proxies(value: string): Parsed<boolean | number | string> {
  if (/^\d+$/.test(value)) return ok(value === '0' ? false : Number(value));
  const word = flag(value);
  if (word.ok) return word;
  return /^[0-9a-f:.,/ ]+$/i.test(value)
    ? ok(value)
    : wrong('be false, true, the number of proxies, or their addresses separated by commas');
}
