import type { RoundState } from '@xinghuo/shared/competition/competition';
import { ANALYSIS_VERSION, type AnalysisSettings } from '@xinghuo/shared/judging/analysis/types';
import { READING_SECONDS, REVIEW_BUDGET } from '@xinghuo/shared/judging/domain/computation';
import type { SheetState } from '@xinghuo/shared/judging/domain/score-sheet';
import type { PublicationNames } from '@xinghuo/shared/judging/publication/publication';
import { defaultTieBreaks } from '@xinghuo/shared/judging/scoring/competition-result';
import { RULE_KINDS, type RuleKind, ruleOf, type ScoringRule } from '@xinghuo/shared/judging/scoring/rules';
import type {
  AwardInput,
  CompetitionInput,
  DeliberationInput,
  RoundInput,
} from '@xinghuo/shared/judging/scoring/types';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import type { RunSql } from '../../platform/read/reader.ts';
import { COUNTED_STATES, resultFingerprint } from './fingerprints.ts';
import { judgeCodeSql } from './judging.conditions.ts';

/** A round with its locked sheets, as the database tells it. */
interface RoundFacts extends RoundInput {
  readonly title: string;
  readonly titleEn: string;
  readonly state: RoundState;
  readonly judgesPerEntry: number;
  readonly advancePerCategory: number | null;
}

interface SheetWork {
  readonly round: string;
  readonly judge: string;
  readonly entry: string;
  readonly seconds: number | null;
  readonly remark: string | null;
}

/** Everything a result is computed from, read in one statement. */
export interface ResultFacts {
  readonly fingerprint: string;
  readonly competitionId: string;
  readonly roundId: string | null;
  readonly rule: ScoringRule;
  readonly entries: readonly {
    readonly id: string;
    readonly category: string;
    readonly eliminated: boolean;
  }[];
  readonly rounds: readonly RoundFacts[];
  readonly awards: readonly {
    readonly id: string;
    readonly title: string;
    readonly titleEn: string;
    readonly scope: 'CATEGORY' | 'OVERALL' | 'NOMINATED';
    readonly quota: number;
    readonly minimumTotal: string | null;
    readonly tieAtLine: 'SHARE' | 'DELIBERATE';
  }[];
  readonly deliberation: readonly DeliberationInput[];
  /** How each sheet came about: seconds spent, and a fingerprint of the remark in place of its words. */
  readonly work: readonly SheetWork[];
  /** What the ids stand for; null for a round, of which nothing is published. */
  readonly names: PublicationNames | null;
}

/** What the ids of an edition stand for, by kind; `edition` is an alias of a statement. */
function publicNames(edition: Sql): Sql {
  const titles = (rows: Sql): Sql =>
    sql`(select coalesce(json_object_agg(named.id, named.title), '{}'::json) from (${rows}) named(id, title))`;
  return sql`json_build_object('competition', ${edition}.title, 'year', ${edition}.year,
    'rounds', ${titles(sql`select r.id, r.title from round r where r.competition_id = ${edition}.id`)},
    'criteria', ${titles(sql`select c.id, c.title from criterion c join round r on r.id = c.round_id where r.competition_id = ${edition}.id`)},
    'categories', ${titles(sql`select c.id, c.title from category c where c.competition_id = ${edition}.id`)},
    'awards', ${titles(sql`select w.id, w.title from award_rule w where w.competition_id = ${edition}.id`)},
    'entries', (select coalesce(json_object_agg(e.id, json_build_object('number', coalesce(e.number, ''), 'title', e.title)), '{}'::json) from entry e where e.competition_id = ${edition}.id))`;
}

/** Reads the facts of an edition, or of one round of it, with its sheets in these states; undefined when there is none. */
export async function resultFacts(
  read: RunSql,
  competitionId: string,
  roundId: string | null,
  sheets: readonly SheetState[] = ['LOCKED'],
): Promise<ResultFacts | undefined> {
  const only = sql`(${roundId}::uuid is null or r.id = ${roundId}::uuid)`;
  const states = sql.join(sheets.map((state) => sql`${state}`));
  const counted = sql.join(COUNTED_STATES.map((state) => sql`${state}`));
  const [found] = await read<{ facts: ResultFacts }>(
    sql`select json_build_object(
      'fingerprint', ${resultFingerprint(sql`k.id`, sql`${roundId}::uuid`)}, 'competitionId', k.id, 'roundId', ${roundId}::uuid, 'rule', k.scoring_rule,
      'entries', (select coalesce(json_agg(json_build_object('id', e.id, 'category', e.category_id, 'eliminated', e.state = 'ELIMINATED') order by e.id), '[]'::json) from entry e
        where e.competition_id = k.id and e.state in (${counted}) and (${roundId}::uuid is null or exists (select 1 from score_sheet s where s.entry_id = e.id and s.round_id = ${roundId}::uuid and s.state in (${states})))),
      'rounds', (select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'titleEn', r.title_en, 'weight', r.weight::text, 'state', r.state, 'judgesPerEntry', r.judges_per_entry, 'advancePerCategory', r.advance_per_category,
          'criteria', (select coalesce(json_agg(json_build_object('id', c.id, 'weight', c.weight::text, 'max', c.max::text) order by c.position), '[]'::json) from criterion c where c.round_id = r.id),
          'sheets', (select coalesce(json_agg(json_build_object('entry', s.entry_id, 'judge', ${judgeCodeSql(sql`s.judge_id`)}, 'order', coalesce(s.opened_order, a.position),
              'marks', (select json_object_agg(m.criterion_id, m.value::text) from mark m where m.sheet_id = s.id and m.value is not null))), '[]'::json)
            from score_sheet s join assignment a on a.id = s.assignment_id join entry e on e.id = s.entry_id where s.round_id = r.id and s.state in (${states}) and e.state in (${counted}))
        ) order by r.position), '[]'::json) from round r where r.competition_id = k.id and ${only}),
      'awards', (select coalesce(json_agg(json_build_object('id', w.id, 'title', w.title, 'titleEn', w.title_en, 'scope', w.scope, 'quota', w.quota, 'minimumTotal', w.minimum_total::text, 'tieAtLine', w.tie_at_line) order by w.position), '[]'::json) from award_rule w where w.competition_id = k.id),
      'deliberation', (select coalesce(json_agg(json_build_object('entry', d.entry_id, 'award', d.to_award_id, 'reason', d.reason) order by d.entry_id), '[]'::json) from deliberation d join entry e on e.id = d.entry_id where d.competition_id = k.id and e.state in (${counted})),
      'names', case when ${roundId}::uuid is null then ${publicNames(sql`k`)} end,
      'work', (select coalesce(json_agg(json_build_object('round', s.round_id, 'judge', ${judgeCodeSql(sql`s.judge_id`)}, 'entry', s.entry_id, 'seconds', nullif(s.seconds_spent, 0),
          'remark', case when btrim(s.remark) = '' then null else left(md5(lower(regexp_replace(s.remark, '[[:space:][:punct:]，。；：、！？“”‘’（）《》…—]+', '', 'g'))), 12) end) order by s.round_id, s.entry_id, s.judge_id), '[]'::json)
        from score_sheet s join round r on r.id = s.round_id where r.competition_id = k.id and ${only} and s.state in (${states}))
    ) as facts from competition k where k.id = ${competitionId}`,
  );
  return found?.facts;
}

/** Awards by nomination are never given by rank: a quota of none lets the deliberation alone give them. */
function awardInput(award: ResultFacts['awards'][number]): AwardInput {
  return {
    id: award.id,
    scope: award.scope === 'CATEGORY' ? 'CATEGORY' : 'OVERALL',
    quota: award.scope === 'NOMINATED' ? 0 : award.quota,
    tieAtLine: award.tieAtLine,
    ...(award.minimumTotal === null ? {} : { minimumTotal: award.minimumTotal }),
  };
}

/** The engine's input by one rule. A round by itself counts whole and gives no awards. */
export function competitionInput(facts: ResultFacts, rule: ScoringRule): CompetitionInput {
  const whole = facts.roundId === null;
  const rounds = facts.rounds.map(({ id, weight, criteria, sheets }) => ({
    id,
    weight: whole ? weight : '100',
    criteria,
    sheets,
  }));
  return {
    rule,
    entries: facts.entries.map(({ id, category, eliminated }) => ({
      id,
      category,
      ...(whole && eliminated ? { eliminated } : {}),
    })),
    rounds,
    tieBreaks: defaultTieBreaks(rounds),
    awards: whole ? facts.awards.map(awardInput) : [],
    deliberation: whole ? facts.deliberation : [],
  };
}

/** The rules a result is computed by: the official one first, then one of every other kind. */
export function rulesBeside(official: ScoringRule): readonly ScoringRule[] {
  const { kind: _kind, ...shape } = official;
  const others = valuesOf(RULE_KINDS).filter((kind: RuleKind) => kind !== official.kind);
  return [official, ...others.map((kind) => ruleOf(kind, shape))];
}

/** What the analysis of these facts is made with; the seed is fixed, so that it can be made again. */
export function analysisSettings(facts: ResultFacts): AnalysisSettings {
  return {
    version: ANALYSIS_VERSION,
    seed: 1,
    draws: null,
    readingSeconds: READING_SECONDS,
    reviewBudget: REVIEW_BUDGET,
    advance: Object.fromEntries(facts.rounds.map((round) => [round.id, round.advancePerCategory])),
    work: facts.work.map(({ seconds, remark, ...sheet }) => ({
      ...sheet,
      ...(seconds === null ? {} : { seconds }),
      ...(remark === null ? {} : { remark }),
    })),
  };
}
