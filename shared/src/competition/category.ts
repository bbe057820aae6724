import { enumTable } from '../kernel/label.ts';

/** The nine categories an entry competes in. */
export const CATEGORIES = enumTable({
  PUBLICITY: { zh: '宣传宣讲', en: 'Publicity and lectures' },
  EMERGENCY: { zh: '应急救援', en: 'Emergency rescue' },
  ENVIRONMENT: { zh: '生态环保', en: 'Environment' },
  SCIENCE_LAW: { zh: '科普法治', en: 'Science and law' },
  CULTURE_EDUCATION: { zh: '文化教育', en: 'Culture and education' },
  DAILY_LIFE: { zh: '生活服务', en: 'Everyday services' },
  GOVERNANCE: { zh: '社会治理', en: 'Community governance' },
  LIVELIHOOD: { zh: '生产发展', en: 'Production and livelihood' },
  HEALTH: { zh: '健康促进', en: 'Health promotion' },
});
export type CategoryCode = keyof typeof CATEGORIES;

/** The two characters that stand for a category in an entry's number. */
const NUMBER_MARKS: Readonly<Record<CategoryCode, string>> = {
  PUBLICITY: '宣传',
  EMERGENCY: '应急',
  ENVIRONMENT: '环保',
  SCIENCE_LAW: '科普',
  CULTURE_EDUCATION: '文教',
  DAILY_LIFE: '生活',
  GOVERNANCE: '治理',
  LIVELIHOOD: '生产',
  HEALTH: '健康',
};

/** What an entry's number begins with: `2026-应急-`. */
export function entryNumberPrefix(year: number, category: CategoryCode): string {
  return `${year}-${NUMBER_MARKS[category]}-`;
}

/** An entry's number: edition, category and the place in the order of first submission, `2026-应急-012`. */
export function entryNumber(year: number, category: CategoryCode, sequence: number): string {
  return `${entryNumberPrefix(year, category)}${String(sequence).padStart(3, '0')}`;
}
