import type { Problem } from '@xinghuo/shared/kernel/problem';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import { isIn } from '../../platform/access/condition.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { Unit } from '../units/index.ts';
import { type Competition, CompetitionHost } from './competition.entity.ts';

/** Texts and dates of an edition as they come in; what is left out is not looked at. */
export interface EditionTexts {
  readonly year?: number;
  readonly title?: string | null;
  readonly titleEn?: string | null;
  readonly theme?: string | null;
  readonly themeEn?: string | null;
  readonly notice?: string | null;
  readonly noticeEn?: string | null;
  readonly entriesOpenAt?: Date | null;
  readonly entriesCloseAt?: Date | null;
  readonly screeningCloseAt?: Date | null;
  readonly publicityStartsAt?: Date | null;
  readonly publicityEndsAt?: Date | null;
}

/** The dates of an edition in the order in which they follow each other. */
export const EDITION_DATES = [
  'entriesOpenAt',
  'entriesCloseAt',
  'screeningCloseAt',
  'publicityStartsAt',
  'publicityEndsAt',
] as const;

const MAXIMA = { titleEn: 300, theme: 100, themeEn: 300, notice: 10_000, noticeEn: 20_000 } as const;
const HOSTS = 10;

/** What is wrong with the texts and the year of an edition. */
export function editionProblems(texts: EditionTexts): readonly Problem[] {
  const found = [
    rangeProblem('year', texts.year, 2000, 2100),
    texts.title === undefined || texts.title === null
      ? null
      : textProblem('title', texts.title, { max: 100, required: true }),
    ...(Object.keys(MAXIMA) as (keyof typeof MAXIMA)[]).map((field) =>
      textProblem(field, texts[field], { max: MAXIMA[field] }),
    ),
  ];
  return found.filter((one) => one !== null);
}

/** Makes these units, in this order, the organisers of the edition. */
export async function replaceHosts(
  tx: Tx,
  competition: Competition,
  unitIds: readonly string[],
): Promise<void> {
  if (unitIds.length > HOSTS) tx.refuse(problem('TOO_MANY', 'hostIds', { max: HOSTS }));
  const known = new Set(
    unitIds.length === 0
      ? []
      : (await tx.query<{ id: string }>(sql`select id from unit where ${isIn(sql`id`, unitIds)}`)).map(
          ({ id }) => id,
        ),
  );
  unitIds.forEach((id, i) => {
    if (unitIds.indexOf(id) < i) tx.note(problem('DUPLICATE', `hostIds.${i}`));
    else if (!known.has(id)) tx.note(problem('NOT_FOUND', `hostIds.${i}`));
  });
  tx.settle();
  const present = await tx.em.find(CompetitionHost, { competition: competition.id });
  for (const host of present) if (!unitIds.includes(host.unit.id)) tx.em.remove(host);
  unitIds.forEach((unitId, i) => {
    const host = present.find(({ unit }) => unit.id === unitId);
    if (host) host.position = i + 1;
    else
      tx.em.create(CompetitionHost, { competition, unit: tx.em.getReference(Unit, unitId), position: i + 1 });
  });
}
