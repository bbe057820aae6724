import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

/** The table of all settings for the documentation, as Markdown, in one language. */
export function describeSettings(language: 'zh' | 'en'): string {
  const words = {
    zh: { head: '| 名称 | 默认 | 含义 |', production: '生产环境必填', none: '—' },
    en: { head: '| Name | Default | Meaning |', production: 'demanded in production', none: '—' },
  }[language];
  const rows = Object.values<Setting<unknown>>(settings).map((setting) => {
    const fallback =
      setting.fallbackMeaning?.[language] ??
      (setting.fallback === undefined ? words.none : `\`${setting.fallback}\``);
    const demanded = setting.demandedInProduction ? ` (${words.production})` : '';
    return `| \`${setting.name}\` | ${fallback} | ${setting.meaning[language]}${demanded} |`;
  });
  return [words.head, '|---|---|---|', ...rows].join('\n');
}
