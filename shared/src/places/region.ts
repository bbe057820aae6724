import { enumTable } from '../kernel/label.ts';

/** The four levels of administration the platform knows. */
export const REGION_LEVELS = enumTable({
  CITY: { zh: '市', en: 'City' },
  COUNTY: { zh: '县区', en: 'County or district' },
  TOWNSHIP: { zh: '乡镇街道', en: 'Township or street' },
  COMMUNITY: { zh: '社区村', en: 'Community or village' },
});
export type RegionLevel = keyof typeof REGION_LEVELS;

/** How many digits the national statistical code has at each level; a code begins with its parent's. */
export const REGION_CODE_DIGITS: Readonly<Record<RegionLevel, number>> = {
  CITY: 4,
  COUNTY: 6,
  TOWNSHIP: 9,
  COMMUNITY: 12,
};

/** The level a code belongs to, or null when it has none of the four lengths. */
export function levelOfCode(code: string): RegionLevel | null {
  if (!/^\d+$/.test(code)) return null;
  return (
    (Object.keys(REGION_CODE_DIGITS) as RegionLevel[]).find(
      (level) => REGION_CODE_DIGITS[level] === code.length,
    ) ?? null
  );
}

/** The code one level up, or null for the city's. */
export function parentCode(code: string): string | null {
  const level = levelOfCode(code);
  if (level === null || level === 'CITY') return null;
  const levels = Object.keys(REGION_CODE_DIGITS) as RegionLevel[];
  const above = levels[levels.indexOf(level) - 1];
  return above ? code.slice(0, REGION_CODE_DIGITS[above]) : null;
}
