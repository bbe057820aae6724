import { App } from 'antd';
import { useCallback, useState } from 'react';
import { errorText } from '../../ui/core/problem-text.ts';
import { useLanguage } from '../../ui/core/language.ts';
import { switchLanguage } from '../i18n/setup.ts';

/** Switches to the other language; the second value is true while its words are on their way. */
export function useLanguageSwitch(): [() => void, boolean] {
  const language = useLanguage();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = useCallback(() => {
    setBusy(true);
    switchLanguage(language === 'en' ? 'zh-CN' : 'en')
      .catch((error: unknown) => message.error(errorText(error)))
      .finally(() => setBusy(false));
  }, [language, message]);
  return [run, busy];
}
