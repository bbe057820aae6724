import { type Language, markdown, type Report, tablesOf } from './report.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const between = (language: Language): RegExp =>
  new RegExp(`(<!-- fairness ${language} -->\n)[\\s\\S]*?(<!-- /fairness ${language} -->)`);

/** The method page with the tables of a report between its marks. Throws where the page has lost them. */
export function methodWith(page: string, report: Report): string {
  return LANGUAGES.reduce((text, language) => {
    if (!between(language).test(text)) throw new Error(`The page has no place for the tables (${language}).`);
    const tables = tablesOf(report, language).map(markdown).join('\n');
    return text.replace(
      between(language),
      (_, open: string, close: string) => `${open}\n${tables}\n${close}`,
    );
  }, page);
}
