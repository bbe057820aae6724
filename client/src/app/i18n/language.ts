import { LANGUAGES, type Language } from '../../ui/core/messages-type.ts';
import { readStored, writeStored } from '../../ui/core/stored.ts';

/** Reads `zh`, `zh-CN`, `en`, `en-GB`; undefined for anything else. */
export function parseLanguage(value: unknown): Language | undefined {
  if (typeof value !== 'string') return undefined;
  return LANGUAGES.find((language) => language.slice(0, 2) === value.slice(0, 2).toLowerCase());
}

/** The language to begin with: the address's `?lang=`, else what this browser chose before, else Chinese. */
export function initialLanguage(search: string): Language {
  const asked = parseLanguage(new URLSearchParams(search).get('lang'));
  if (asked) writeStored('language', asked);
  return asked ?? readStored('language', parseLanguage) ?? 'zh-CN';
}

/** Remembers the choice for the next visit. */
export function keepLanguage(language: Language): void {
  writeStored('language', language);
}
