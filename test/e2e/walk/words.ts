import appEn from '../../../client/src/app/messages.en.ts';
import appZh from '../../../client/src/app/messages.zh-CN.ts';
import auditEn from '../../../client/src/domains/audit/messages.en.ts';
import auditZh from '../../../client/src/domains/audit/messages.zh-CN.ts';
import competitionEn from '../../../client/src/domains/competition/messages.en.ts';
import competitionZh from '../../../client/src/domains/competition/messages.zh-CN.ts';
import importsEn from '../../../client/src/domains/imports/messages.en.ts';
import importsZh from '../../../client/src/domains/imports/messages.zh-CN.ts';
import judgingEn from '../../../client/src/domains/judging/messages.en.ts';
import judgingZh from '../../../client/src/domains/judging/messages.zh-CN.ts';
import kitEn from '../../../client/src/ui/core/messages.en.ts';
import kitZh from '../../../client/src/ui/core/messages.zh-CN.ts';

export type Language = 'zh-CN' | 'en';

/**
 * The product's own sentences: the walk looks for what a person reads, so a sentence that is reworded is found again, and
 * one that a screen no longer shows in a language is missed.
 */
const TABLES = {
  'zh-CN': {
    app: appZh,
    kit: kitZh,
    competition: competitionZh,
    judging: judgingZh,
    imports: importsZh,
    audit: auditZh,
  },
  en: {
    app: appEn,
    kit: kitEn,
    competition: competitionEn,
    judging: judgingEn,
    imports: importsEn,
    audit: auditEn,
  },
} as const;
export type Words = (typeof TABLES)[Language];

/** The sentences of a language. */
export const wordsOf = (language: Language): Words => TABLES[language];

/** A sentence with its values put in. */
export function say(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)(?:, *\w+)?\}\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

/** The form of a sentence for a number: English has one of its own for a single thing. */
export function counted(
  table: object,
  sentence: string,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const forms = new Map<string, unknown>(Object.entries(table));
  const form = (count === 1 ? forms.get(`${sentence}_one`) : undefined) ?? forms.get(`${sentence}_other`);
  if (typeof form !== 'string') throw new Error(`There is no sentence ${sentence}.`);
  return say(form, { count, ...values });
}

/** A sentence wherever its values differ: what stands between them, in order. */
export function like(sentence: string): RegExp {
  const parts = sentence.split(/\{\{.*?\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*'));
}
