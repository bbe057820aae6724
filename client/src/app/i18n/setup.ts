import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language, MessageTree } from '../../ui/core/messages-type.ts';
import { PROBLEMS_NAMESPACE } from '../../ui/core/problem-text.ts';
import { ALL_DOMAINS, type AnyDomain } from '../domain-list.ts';
import { keepLanguage } from './language.ts';

/** The words every page needs; one chunk per language. */
const BASE = {
  'zh-CN': () => Promise.all([import('../../ui/core/messages.zh-CN.ts'), import('../messages.zh-CN.ts')]),
  en: () => Promise.all([import('../../ui/core/messages.en.ts'), import('../messages.en.ts')]),
} satisfies Record<Language, () => Promise<readonly [{ default: MessageTree }, { default: MessageTree }]>>;

function add(language: Language, namespace: string, words: MessageTree): void {
  i18next.addResourceBundle(language, namespace, words, true, true);
  const { problems, terms } = words;
  if (typeof problems === 'object') {
    i18next.addResourceBundle(language, PROBLEMS_NAMESPACE, problems, true, true);
  }
  if (typeof terms === 'object') {
    i18next.addResourceBundle(language, PROBLEMS_NAMESPACE, { terms }, true, true);
  }
}

async function loadBase(language: Language): Promise<void> {
  const [kit, app] = await BASE[language]();
  add(language, 'kit', kit.default);
  add(language, 'app', app.default);
}

function current(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** Brings a domain's words in the present language; at once when they are here already. */
export async function loadDomainWords(domain: AnyDomain, language: Language = current()): Promise<void> {
  if (i18next.hasResourceBundle(language, domain.name)) return;
  const words = await domain.messages[language]();
  add(language, domain.name, words.default);
}

/** Starts the words in a language. */
export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['zh-CN', 'en'],
    ns: ['kit', 'app'],
    defaultNS: 'kit',
    resources: {},
    interpolation: { escapeValue: false },
    react: { bindI18nStore: 'added', useSuspense: false },
  });
  await loadBase(language);
  document.documentElement.lang = language;
}

/** Switches the language everywhere, without a reload: the words come first, then the page is drawn again. */
export async function switchLanguage(language: Language): Promise<void> {
  await Promise.all([loadBase(language), ...ALL_DOMAINS.map((domain) => loadDomainWords(domain, language))]);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  keepLanguage(language);
}

/** Brings the words of all domains in idle time, so that a refusal of any domain finds its sentence. */
export function preloadWords(): void {
  const load = () => {
    for (const domain of ALL_DOMAINS) {
      // A lost line here costs nothing: opening the domain's page asks again and shows the failure.
      loadDomainWords(domain).catch(() => undefined);
    }
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 5000 });
  else setTimeout(load, 1500);
}
