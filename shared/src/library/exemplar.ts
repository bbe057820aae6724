/** Limits of an exemplary project's texts, in characters. */
export const EXEMPLAR_LIMITS = {
  title: 120,
  titleEn: 200,
  summary: 2000,
  summaryEn: 4000,
  point: 300,
  pointCount: 20,
} as const;
