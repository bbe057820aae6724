import type { Label } from '@xinghuo/shared/kernel/label';
import { useCallback } from 'react';
import { getI18n, useTranslation } from 'react-i18next';
import { labelIn } from './format.ts';
import type { Language } from './messages-type.ts';

/** The reader's language; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('kit');
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Picks the words of a label (`{ zh, en }`, as all enumerations of `shared` have) in the reader's language. */
export function useLabel(): (label: Label) => string {
  const language = useLanguage();
  return useCallback((label: Label) => labelIn(label, language), [language]);
}

/** One of two names; the other language's where there is no English one. */
export const named = (language: Language, name: string, nameEn: string | null | undefined): string =>
  language === 'en' && nameEn ? nameEn : name;

/** The same in the reader's language outside of drawing, for what a search has just found. */
export function namedNow(name: string, nameEn: string | null): string {
  return named(getI18n().language === 'en' ? 'en' : 'zh-CN', name, nameEn);
}
