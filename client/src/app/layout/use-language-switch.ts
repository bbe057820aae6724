import { useCallback, useState } from 'react';
import { useLanguage } from '../../ui/core/language.ts';
import { notice } from '../../ui/core/notice.ts';
import { errorText } from '../../ui/core/problem-text.ts';
import { switchLanguage } from '../i18n/setup.ts';

/** Switches to the other language; the second value is true while its words are on their way. */
export function useLanguageSwitch(): [() => void, boolean] {
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const run = useCallback(() => {
    setBusy(true);
    switchLanguage(language === 'en' ? 'zh-CN' : 'en')
      .catch((error: unknown) => notice.error(errorText(error)))
      .finally(() => setBusy(false));
  }, [language]);
  return [run, busy];
}
