import { LocatedError, type Place } from './located.ts';
import { decodeUtf8 } from './utf8.ts';

/** What the next value is. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'true' | 'false' | 'null' | 'end';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const POWERS = Array.from({ length: 23 }, (_, k) => 10 ** k);

/**
 * Reads JSON (RFC 8259) value by value from its bytes, so that a caller who knows the shape names a mistake by line and
 * column, and millions of numbers become no objects. Every method throws `LocatedError`.
 */
export class JsonCursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  /** Byte offset of the next value: cheap to keep, turned into a place by `placeOf`. */
  get offset(): number {
    this.#skipSpace();
    return this.#at;
  }

  /** Line and column, in characters from 1, of a byte offset. */
  placeOf(offset: number): Place {
    let line = 1;
    let column = 1;
    for (let k = 0; k < offset && k < this.#bytes.length; k++) {
      const byte = this.#bytes[k] ?? 0;
      if (byte === 0x0a) {
        line++;
        column = 1;
      } else if ((byte & 0xc0) !== 0x80) column++;
    }
    return { line, column };
  }

  fail(message: string, offset = this.offset): never {
    throw new LocatedError([{ ...this.placeOf(offset), message }]);
  }

  peek(): JsonKind {
    this.#skipSpace();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return 'end';
    if (byte === 0x7b) return 'object';
    if (byte === 0x5b) return 'array';
    if (byte === QUOTE) return 'string';
    if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) return 'number';
    for (const word of ['true', 'false', 'null'] as const) if (this.#startsWith(word)) return word;
    return this.fail('no JSON value begins here');
  }

  #startsWith(word: string): boolean {
    for (let k = 0; k < word.length; k++) if (this.#bytes[this.#at + k] !== word.charCodeAt(k)) return false;
    return true;
  }

  #skipSpace(): void {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.#at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.#at++;
    }
  }

  #take(character: string): boolean {
    this.#skipSpace();
    if (this.#bytes[this.#at] !== character.charCodeAt(0)) return false;
    this.#at++;
    return true;
  }

  #expect(kind: JsonKind, what: string): void {
    const found = this.peek();
    if (found !== kind)
      this.fail(
        found === 'end' ? `the text ends where ${what} should be` : `expected ${what}, found ${found}`,
      );
  }

  /** Calls `read` at every member’s value; it must consume the value (or `skip` it). */
  object(what: string, read: (key: string, keyOffset: number) => void): void {
    this.#expect('object', what);
    this.#at++;
    if (this.#take('}')) return;
    const seen = new Set<string>();
    do {
      const offset = this.offset;
      const key = this.string('a key');
      if (seen.has(key)) this.fail(`the key "${key}" is given twice`, offset);
      seen.add(key);
      if (!this.#take(':')) this.fail('expected ":"');
      read(key, offset);
    } while (this.#take(','));
    if (!this.#take('}')) this.fail('expected "," or "}"');
  }

  /** Calls `read` at every element; it must consume it. */
  array(what: string, read: (index: number) => void): void {
    this.#expect('array', what);
    this.#at++;
    if (this.#take(']')) return;
    let index = 0;
    do read(index++);
    while (this.#take(','));
    if (!this.#take(']')) this.fail('expected "," or "]"');
  }

  string(what: string): string {
    this.#expect('string', what);
    const start = ++this.#at;
    while (this.#bytes[this.#at] !== QUOTE) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) this.fail('the string is never closed', start - 1);
      if (byte !== undefined && byte < 0x20) this.fail('a control character in a string', this.#at);
      this.#at += byte === BACKSLASH ? 2 : 1;
    }
    const text = decodeUtf8(this.#bytes, start, this.#at);
    if (text === null) this.fail('the string is not valid UTF-8', start - 1);
    this.#at++;
    return text.includes('\\') ? this.#unescape(text, start) : text;
  }

  #unescape(text: string, start: number): string {
    return text.replaceAll(
      /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g,
      (whole, hex: string | undefined, letter: string | undefined) => {
        if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
        return ESCAPES[letter ?? ''] ?? this.fail(`"${whole}" is no escape`, start - 1);
      },
    );
  }

  /** A finite number. Up to fifteen digits are read by exact arithmetic, longer ones by the platform’s parser. */
  number(what: string): number {
    this.#expect('number', what);
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    if (bytes[at] === 0x2d) at++;
    let mantissa = 0;
    let digits = 0;
    let fraction = 0;
    const whole = at;
    for (let b = bytes[at] ?? 0; b >= 0x30 && b <= 0x39; b = bytes[++at] ?? 0, digits++)
      mantissa = mantissa * 10 + b - 0x30;
    if (digits === 0 || (digits > 1 && bytes[whole] === 0x30)) this.fail('not a JSON number', start);
    if (bytes[at] === 0x2e) {
      at++;
      for (let b = bytes[at] ?? 0; b >= 0x30 && b <= 0x39; b = bytes[++at] ?? 0, fraction++)
        mantissa = mantissa * 10 + b - 0x30;
      if (fraction === 0) this.fail('a digit is missing after the decimal point', at);
    }
    let exact = digits + fraction <= 15;
    if (bytes[at] === 0x65 || bytes[at] === 0x45) {
      exact = false;
      at++;
      if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
      const first = at;
      while ((bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at++;
      if (at === first) this.fail('a digit is missing in the exponent', at);
    }
    this.#at = at;
    const negative = bytes[start] === 0x2d;
    if (exact) {
      const value = mantissa / (POWERS[fraction] ?? 1);
      return negative ? -value : value;
    }
    const value = Number(String.fromCharCode(...bytes.subarray(start, at)));
    if (!Number.isFinite(value)) this.fail('the number is too large', start);
    return value;
  }

  boolean(what: string): boolean {
    const kind = this.peek();
    if (kind !== 'true' && kind !== 'false') this.#expect('true', what);
    this.#at += kind.length;
    return kind === 'true';
  }

  null(): void {
    this.#expect('null', 'null');
    this.#at += 4;
  }

  /** Any value, as plain data. */
  value(): unknown {
    const kind = this.peek();
    switch (kind) {
      case 'object': {
        const entries: [string, unknown][] = [];
        this.object('an object', (key) => entries.push([key, this.value()]));
        return Object.fromEntries(entries);
      }
      case 'array': {
        const list: unknown[] = [];
        this.array('an array', () => list.push(this.value()));
        return list;
      }
      case 'string':
        return this.string('text');
      case 'number':
        return this.number('a number');
      case 'null':
        this.null();
        return null;
      case 'end':
        return this.fail('the text ends where a value should be');
      default:
        return this.boolean('true or false');
    }
  }

  /** Nothing but white space is left. */
  end(): void {
    if (this.peek() !== 'end') this.fail('something follows the JSON value');
  }
}
