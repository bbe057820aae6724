import { DEFAULT_RULE } from '@xinghuo/shared/judging/scoring/rules';
import { problem } from '@xinghuo/shared/kernel/problem';
import { holdsCitywide } from '../../platform/access/viewer.ts';
import { forbidden } from '../../platform/graphql/errors.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { AwardRule } from './award-rule.entity.ts';
import { Category } from './category.entity.ts';
import { competitionAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { type EditionTexts, editionProblems, replaceHosts } from './competition.rules.ts';
import { type AwardPlan, type RoundPlan, USUAL_AWARDS, usualRounds } from './default-edition.ts';
import { flushOrRefuse, UNIQUE } from './flush.ts';
import { Criterion, Round } from './round.entity.ts';
import { addAwards, addCategories, addRounds } from './set-up-edition.ts';

interface Input extends EditionTexts {
  readonly year: number;
  readonly title: string;
  readonly hostIds?: readonly string[] | null;
  readonly copyFrom?: string | null;
}

/** Sets up a new edition, with the rounds, criteria and awards of an earlier one or the usual ones. */
export const createCompetition = preparedUseCase(
  'competitionCreate',
  () => usualRounds(),
  async (tx, input: Input, usual) => {
    if (!holdsCitywide(tx.viewer, 'COORDINATOR')) throw forbidden('Competition.manage');
    tx.note(...editionProblems(input));
    tx.settle();
    const earlier = input.copyFrom
      ? await tx.get(Competition, competitionAccess, input.copyFrom, { path: 'copyFrom', lock: 'share' })
      : null;
    const competition = tx.em.create(Competition, {
      year: input.year,
      title: input.title.trim(),
      titleEn: input.titleEn?.trim() ?? '',
      theme: input.theme?.trim() ?? '',
      themeEn: input.themeEn?.trim() ?? '',
      notice: input.notice?.trim() ?? '',
      noticeEn: input.noticeEn?.trim() ?? '',
      entriesOpenAt: input.entriesOpenAt ?? null,
      entriesCloseAt: input.entriesCloseAt ?? null,
      screeningCloseAt: input.screeningCloseAt ?? null,
      publicityStartsAt: input.publicityStartsAt ?? null,
      publicityEndsAt: input.publicityEndsAt ?? null,
      scoringRule: earlier?.scoringRule ?? DEFAULT_RULE,
    });
    await flushOrRefuse(tx, {
      [UNIQUE]: () => problem('ALREADY_EXISTS', 'year', { key: String(input.year) }),
    });
    tx.subject = { type: 'Competition', id: competition.id };
    const categories = addCategories(tx.em, competition);
    addRounds(tx.em, competition, earlier ? await roundsOf(tx, earlier) : usual);
    addAwards(tx.em, competition, earlier ? await awardsOf(tx, earlier) : USUAL_AWARDS);
    await replaceHosts(tx, competition, input.hostIds ?? []);
    if (earlier) await copyCategories(tx, earlier, categories);
    return { competition: competition.id };
  },
);

/** Titles, places and lead hosts of the earlier edition's categories. */
async function copyCategories(tx: Tx, earlier: Competition, categories: readonly Category[]): Promise<void> {
  const before = await tx.em.find(Category, { competition: earlier.id });
  for (const category of categories) {
    const model = before.find(({ code }) => code === category.code);
    if (!model) continue;
    category.title = model.title;
    category.titleEn = model.titleEn;
    category.position = model.position;
    category.leadHost = model.leadHost ?? null;
  }
}

async function roundsOf(tx: Tx, earlier: Competition): Promise<RoundPlan[]> {
  const rounds = await tx.em.find(Round, { competition: earlier.id }, { orderBy: { position: 'asc' } });
  const criteria = await tx.em.find(
    Criterion,
    { round: rounds.map(({ id }) => id) },
    { orderBy: { position: 'asc' } },
  );
  return rounds.map(({ id, kind, title, titleEn, weight, judgesPerEntry, advancePerCategory }) => ({
    kind,
    title,
    titleEn,
    weight,
    judgesPerEntry,
    advancePerCategory: advancePerCategory ?? null,
    criteria: criteria
      .filter(({ round }) => round.id === id)
      .map((c) => ({
        code: c.code,
        title: c.title,
        titleEn: c.titleEn,
        description: c.description,
        descriptionEn: c.descriptionEn,
        weight: c.weight,
        max: c.max,
        step: c.step,
        bands: c.bands,
      })),
  }));
}

async function awardsOf(tx: Tx, earlier: Competition): Promise<AwardPlan[]> {
  const rules = await tx.em.find(AwardRule, { competition: earlier.id }, { orderBy: { position: 'asc' } });
  return rules.map(({ title, titleEn, basis, basisEn, scope, quota, minimumTotal, tieAtLine }) => ({
    title,
    titleEn,
    basis,
    basisEn,
    scope,
    quota,
    minimumTotal: minimumTotal ?? null,
    tieAtLine,
  }));
}
