import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import i18next from 'i18next';
import { formatBytes, formatDateTime, formatNumber } from './format.ts';

/** A refusal as the contract delivers it: `problems { code path params }`. */
export interface ProblemData {
  readonly code: string;
  readonly path: readonly string[];
  readonly params?: unknown;
}

/** The namespace that holds the sentences of all domains together, by code. */
export const PROBLEMS_NAMESPACE = 'problems';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function shown(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return INSTANT.test(value) ? formatDateTime(value) : value;
  return value === null || value === undefined ? '' : String(value);
}

/**
 * What a value that stands for something is called, by a table that a domain keeps under `terms` in its words:
 * `{{field, date}}` finds `entriesOpenAt` in `terms.date`. A place inside a list is found as `rounds.*.opensAt`, with
 * `{{n}}` for its number counted from 1. The value itself when no table has it.
 */
export function problemTerm(table: string, value: unknown): string {
  const names: unknown = i18next.getResource(i18next.language, PROBLEMS_NAMESPACE, `terms.${table}`);
  const text = shown(value);
  const known = new Map<string, unknown>(
    Object.entries(typeof names === 'object' && names !== null ? names : {}),
  );
  const named = known.get(text) ?? known.get(text.replace(/\d+/, '*'));
  const place = /\d+/.exec(text)?.[0];
  return typeof named === 'string' ? named.replace('{{n}}', String(Number(place) + 1)) : text;
}

/**
 * Puts values into a sentence: `{{max}}`, `{{maxBytes, bytes}}`, `{{state, competitionState}}` (a table of `terms`).
 * A part in `[[…]]` is left out when one of its values is missing. A title that comes with its English form (`round` with
 * `roundEn`) is shown in the reader's language.
 */
export function fillSentence(sentence: string, params: unknown): string {
  const values = new Map<string, unknown>(
    Object.entries(typeof params === 'object' && params !== null ? params : {}),
  );
  const put = (text: string): string | undefined => {
    let complete = true;
    const filled = text.replace(
      /\{\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?\}\}/g,
      (_match, name: string, format?: string) => {
        const english = i18next.language === 'en' ? values.get(`${name}En`) : undefined;
        const value = english || values.get(name);
        if (value === null || value === undefined || value === '') complete = false;
        if (format === 'bytes' && typeof value === 'number') return formatBytes(value);
        return format && value ? problemTerm(format, value) : shown(value);
      },
    );
    return complete ? filled : undefined;
  };
  const whole = sentence.replace(/\[\[(.*?)\]\]/g, (_match, part: string) => put(part) ?? '');
  return put(whole) ?? whole.replace(/\{\{[^}]*\}\}/g, '…');
}

/** The sentence of a problem in the reader's language; numbers and instants in `params` are written out. */
export function problemText(code: string, params?: unknown): string {
  const sentence: unknown = i18next.getResource(i18next.language, PROBLEMS_NAMESPACE, code);
  return typeof sentence === 'string'
    ? fillSentence(sentence, params)
    : i18next.t('problem.unknown', { ns: 'kit', code });
}

/** A text ended by a full stop, so that another sentence may follow it. */
export function closed(text: string): string {
  if (/[.。!！?？…]["”’)）]?$/.test(text)) return text;
  return text + (i18next.language === 'en' ? '.' : '。');
}

/** Sentences as one text, each said once; the last one ends as it was written. */
export function sentencesText(sentences: readonly string[]): string {
  const said = [...new Set(sentences)];
  if (i18next.language !== 'en') return said.join('；');
  return said.map((one, index) => (index < said.length - 1 ? closed(one) : one)).join(' ');
}

/** Sentences of several problems as one text. */
export function problemsText(problems: readonly ProblemData[]): string {
  return sentencesText(problems.map(({ code, params }) => problemText(code, params)));
}

/** What kind of failure an error is, for choosing what to show. */
export type ErrorKind =
  | 'network'
  | 'signedOut'
  | 'forbidden'
  | 'notFound'
  | 'rateLimited'
  | 'tooCostly'
  | 'unavailable'
  | 'storageFull'
  | 'server';

const KIND_BY_CODE: Readonly<Record<string, ErrorKind>> = {
  UNAUTHENTICATED: 'signedOut',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  RATE_LIMITED: 'rateLimited',
  TOO_COSTLY: 'tooCostly',
  SERVICE_UNAVAILABLE: 'unavailable',
  STORAGE_FULL: 'storageFull',
};

/** The first `extensions.code` of a GraphQL failure. */
export function errorCode(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const code = error.errors[0]?.extensions?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Sorts any thrown thing into the kinds a person can act on. */
export function errorKind(error: unknown): ErrorKind {
  const code = errorCode(error);
  if (code !== undefined) return KIND_BY_CODE[code] ?? 'server';
  if (ServerError.is(error)) return statusKind(error.statusCode);
  // `fetch` reports a lost line as a TypeError and nothing more.
  return error instanceof TypeError ? 'network' : 'server';
}

/** A proxy in front answers 502 to 504 while the server itself is away. */
const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  401: 'signedOut',
  429: 'rateLimited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
  507: 'storageFull',
};

/** What kind of failure an HTTP status alone tells of. */
function statusKind(status: number): ErrorKind {
  return KIND_BY_STATUS[status] ?? 'server';
}

/** The sentence of a request that failed with this HTTP status, where nothing else is known. */
export function statusText(status: number): string {
  return i18next.t(`problem.${statusKind(status)}`, { ns: 'kit' });
}

/** The sentence of a failure that is no refusal: what happened and what to do. */
export function errorText(error: unknown): string {
  return i18next.t(`problem.${errorKind(error)}`, { ns: 'kit' });
}
