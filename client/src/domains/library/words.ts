import type { Language } from '#client/ui/core/messages-type.ts';

/** The texts of a project that have an English form. */
interface Texts {
  readonly title: string;
  readonly titleEn?: string | null | undefined;
  readonly summary: string;
  readonly summaryEn?: string | null | undefined;
}

/** The points to take over in the reader's language; Chinese where there is no English. */
export function pointsOf(
  project: { readonly replicablePoints: readonly string[]; readonly replicablePointsEn: readonly string[] },
  language: Language,
): readonly string[] {
  return language === 'en' && project.replicablePointsEn.length > 0
    ? project.replicablePointsEn
    : project.replicablePoints;
}

/** Title and summary in the reader's language; Chinese where there is no English. */
export function wordsOf(project: Texts, language: Language): { title: string; summary: string } {
  return language === 'en'
    ? { title: project.titleEn || project.title, summary: project.summaryEn || project.summary }
    : { title: project.title, summary: project.summary };
}
