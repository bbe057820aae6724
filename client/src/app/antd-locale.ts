import type { Locale } from 'antd/es/locale';
import type { Language } from '../ui/core/messages-type.ts';

/** Ant Design's own words (pickers, pagers, validation) in a language, with the calendar's. */
export async function antdLocale(language: Language): Promise<Locale> {
  const { default: dayjs } = await import('dayjs');
  if (language === 'en') {
    dayjs.locale('en');
    return (await import('antd/es/locale/en_US')).default;
  }
  const [{ default: locale }] = await Promise.all([
    import('antd/es/locale/zh_CN'),
    import('dayjs/locale/zh-cn'),
  ]);
  dayjs.locale('zh-cn');
  return locale;
}
