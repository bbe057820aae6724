import { ref } from '@mikro-orm/core';
import type { CategoryCode } from '@xinghuo/shared/competition/category';
import type { AwardScope, RoundKind } from '@xinghuo/shared/competition/competition';
import { type RuleKind, ruleOf } from '@xinghuo/shared/judging/scoring/rules';
import { givenDocument } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Unit } from '../units/index.ts';
import { Competition, CompetitionHost } from './competition.entity.ts';
import { type AwardPlan, type RoundPlan, usualRounds } from './default-edition.ts';
import { addAwards, addCategories, addRounds } from './set-up-edition.ts';

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

type Phase = 'OPEN' | 'SCREENING' | 'REVIEW_1' | 'REVIEW_2' | 'DELIBERATION' | 'PUBLICISED' | 'CLOSED';

/** Where an edition of the demonstration stands. */
const STATES = { DRAFT: 'DRAFT', OPEN: 'OPEN', IN_REVIEW: 'REVIEW', PUBLISHED: 'CLOSED' } as const;

interface GivenEdition {
  readonly year: number;
  readonly status: keyof typeof STATES;
  readonly title: Bilingual;
  readonly theme: Bilingual;
  readonly hosts: readonly string[];
  readonly phases: readonly { readonly phase: Phase; readonly from: string; readonly to: string | null }[];
  readonly rounds: readonly { readonly code: RoundKind; readonly weight: number; readonly rule: RuleKind }[];
  readonly entriesPerCategoryAdvancing: number;
  readonly awardRules: readonly {
    readonly code: string;
    readonly scope: AwardScope;
    readonly name: Bilingual;
    readonly quotaPerCategory?: number;
    readonly quota?: number;
    readonly basis?: Bilingual;
  }[];
  readonly notice: Bilingual;
}

interface GivenEditions {
  readonly editions: readonly GivenEdition[];
  /** The unit that answers for each category, by name. */
  readonly leads: Readonly<Record<CategoryCode, string>>;
}

/** An edition of the demonstration as it was stored. */
export interface SeededEdition {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly reviewAt: Date;
  readonly categories: readonly { readonly id: string; readonly code: string; readonly title: string }[];
}

const WEEK = 7 * 86_400_000;

/** Whole weeks by which dates move so that a window is under way: none while the given dates already fit. */
export function weeksToShift(now: Date, opens: Date, closes: Date): number {
  const early = opens.getTime() + WEEK;
  const late = closes.getTime() - WEEK;
  if (now.getTime() < early) return Math.floor((now.getTime() - early) / WEEK);
  return now.getTime() > late ? Math.ceil((now.getTime() - late) / WEEK) : 0;
}

const store = useCase(
  'competitionsSeed',
  async (
    tx,
    input: GivenEditions & {
      readonly rounds: readonly RoundPlan[];
      readonly weeks: (given: GivenEdition) => number;
    },
  ) => {
    const editions: SeededEdition[] = [];
    for (const given of input.editions) editions.push(await storeEdition(tx, given, input));
    return { editions };
  },
);

async function storeEdition(
  tx: Tx,
  given: GivenEdition,
  input: Pick<GivenEditions, 'leads'> & {
    readonly rounds: readonly RoundPlan[];
    readonly weeks: (given: GivenEdition) => number;
  },
): Promise<SeededEdition> {
  const weeks = input.weeks(given);
  const at = (phase: Phase, end: 'from' | 'to'): Date => {
    const written = given.phases.find((one) => one.phase === phase)?.[end];
    if (!written) throw new Error(`competition.json: ${given.year} has no ${phase}.${end}`);
    return new Date(Date.parse(written) + weeks * WEEK);
  };
  const published = given.status === 'PUBLISHED';
  const competition = tx.em.create(Competition, {
    year: given.year,
    title: given.title.zh,
    titleEn: given.title.en,
    theme: given.theme.zh,
    themeEn: given.theme.en,
    notice: given.notice.zh,
    noticeEn: given.notice.en,
    state: STATES[given.status],
    entriesOpenAt: at('OPEN', 'from'),
    entriesCloseAt: at('OPEN', 'to'),
    screeningCloseAt: at('SCREENING', 'to'),
    publicityStartsAt: at('PUBLICISED', 'from'),
    publicityEndsAt: at('PUBLICISED', 'to'),
    publishedAt: published ? at('CLOSED', 'from') : null,
    scoringRule: ruleOf(given.rounds[0]?.rule ?? 'TRIMMED_MEAN'),
  });
  const categories = addCategories(tx.em, competition);
  const rounds = addRounds(
    tx.em,
    competition,
    given.rounds.map(({ code, weight }, i) => {
      const plan = input.rounds.find(({ kind }) => kind === code);
      if (!plan) throw new Error(`rubrics.json has no round ${code}`);
      return {
        ...plan,
        weight: String(weight),
        advancePerCategory: i + 1 < given.rounds.length ? given.entriesPerCategoryAdvancing : null,
      };
    }),
  );
  rounds.forEach((round, i) => {
    const phase = i === 0 ? 'REVIEW_1' : 'REVIEW_2';
    round.opensAt = at(phase, 'from');
    round.closesAt = at(phase, 'to');
    round.state = published ? 'LOCKED' : given.status === 'IN_REVIEW' && i === 0 ? 'OPEN' : 'PLANNED';
  });
  addAwards(tx.em, competition, given.awardRules.map(awardOf));
  const units = await tx.em.find(Unit, { name: { $in: [...given.hosts, ...Object.values(input.leads)] } });
  const unitOf = (name: string): Unit => {
    const unit = units.find((one) => one.name === name);
    if (!unit) throw new Error(`competition.json: no unit ${name}`);
    return unit;
  };
  for (const [i, name] of given.hosts.entries())
    tx.em.create(CompetitionHost, { competition, unit: unitOf(name), position: i + 1 });
  for (const category of categories) category.leadHost = ref(unitOf(input.leads[category.code]));
  await tx.em.flush();
  return {
    id: competition.id,
    year: given.year,
    title: given.title.zh,
    opensAt: at('OPEN', 'from'),
    closesAt: at('OPEN', 'to'),
    reviewAt: at('REVIEW_1', 'from'),
    categories: categories.map(({ id, code, title }) => ({ id, code, title })),
  };
}

/** Awards that do not follow from the ranking of a category are given by nomination. */
function awardOf(given: GivenEdition['awardRules'][number]): AwardPlan {
  return {
    title: given.name.zh,
    titleEn: given.name.en,
    basis: given.basis?.zh ?? '',
    basisEn: given.basis?.en ?? '',
    scope: given.scope === 'CATEGORY' ? 'CATEGORY' : 'NOMINATED',
    quota: given.quotaPerCategory ?? given.quota ?? 1,
    minimumTotal: null,
    tieAtLine: 'DELIBERATE',
  };
}

/** Weeks that bring a phase of an edition under way. */
function weeksOf(now: Date, edition: GivenEdition | undefined, phase: Phase): number {
  const window = edition?.phases.find((one) => one.phase === phase);
  return window?.to ? weeksToShift(now, new Date(window.from), new Date(window.to)) : 0;
}

/**
 * Loads the four editions: one published, one in review, one that takes entries, one being set up. All move with the
 * first round of the one in review; the one that takes entries moves by itself.
 */
export async function seedEditions(run: SeedRun): Promise<readonly SeededEdition[]> {
  const { editions, leads } = await givenDocument<GivenEditions>('competition.json');
  const inReview = editions.find(({ status }) => status === 'IN_REVIEW');
  const usual = weeksOf(run.now, inReview, 'REVIEW_1');
  const weeks = (given: GivenEdition): number =>
    given.status === 'OPEN' ? weeksOf(run.now, given, 'OPEN') : usual;
  const stored = await run.run(store, { editions, leads, rounds: await usualRounds(), weeks });
  run.say(`项目大赛 Editions: ${stored.editions.length}`);
  return stored.editions;
}
