import type { Label } from '@xinghuo/shared/kernel/label';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
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
