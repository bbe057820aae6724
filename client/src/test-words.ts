import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import kit from './ui/core/messages.zh-CN.ts';

/** The kit's own words in Chinese, for tests of its parts. */
export async function prepareWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: false,
    resources: { 'zh-CN': { kit, problems: kit.problems } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}
