import type { Locale } from 'antd/es/locale';
import type { Language } from '../ui/core/messages-type.ts';

/** Ant Design's own words (pickers, pagers, validation) in a language. */
export async function antdLocale(language: Language): Promise<Locale> {
  const { default: locale } =
    language === 'en' ? await import('antd/es/locale/en_US') : await import('antd/es/locale/zh_CN');
  return locale;
}

/** Months and weekdays of the calendars in a language. Nothing waits for it: no first screen shows a calendar. */
export async function setCalendarLanguage(language: Language): Promise<void> {
  const [{ default: dayjs }] = await Promise.all([
    import('dayjs'),
    language === 'en' ? undefined : import('dayjs/locale/zh-cn'),
  ]);
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}
