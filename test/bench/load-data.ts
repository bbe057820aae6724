import type pg from 'pg';

/** How much is loaded. Every judge holds exactly `ENTRIES * SHEETS / JUDGES` sheets. */
export const SIZE = { entries: 3000, sheets: 5, judges: 375, teams: 500, ranked: 1500 } as const;
/** Sheets a judge holds: the length of the queue that is read. */
export const QUEUE = (SIZE.entries * SIZE.sheets) / SIZE.judges;

const YEAR = 2026;
/** The session secret of an account of the data, by the part of its address before the @. */
export const sessionSecret = (name: string): string => `xhs_benchmark_${name}`;

const paragraph = (words: string, times: number): string => `repeat('${words}', ${times})`;

/** An account with one role and a session that is alive. `rows` yields `name` and `number`. */
const accounts = (rows: string, role: string, scope: string, scopeId: string): string => `
  with person as (
    insert into account (id, created_at, updated_at, email, name)
    select uuidv7(), now(), now(), p.name || '@benchmark.example', '评委 ' || p.number from (${rows}) p
    returning id, split_part(email, '@', 1) as name
  ), granted as (
    insert into role_grant (id, account_id, role, scope, scope_id, created_at)
    select uuidv7(), id, '${role}', '${scope}', ${scopeId}, now() from person
  )
  insert into session (id, account_id, token_hash, created_at, last_seen_at, expires_at, ip, user_agent)
  select uuidv7(), id, encode(sha256(convert_to('${sessionSecret('')}' || name, 'UTF8')), 'hex'), now(), now(), now() + interval '1 day', '127.0.0.1', 'benchmark'
  from person`;

const COMPETITION = `(select id from competition where year = ${YEAR})`;
const ROUND = `(select r.id from round r where r.competition_id = ${COMPETITION} and r.position = 1)`;

/** The mark of a sheet `s` at a criterion `c`, from 5.5 to 9: none is the one that is submitted, so that each one changes. */
const MARK = `5 + 0.5 * ((hashtext(s.id::text || c.code) & 7) + 1)`;

/** The `number`th row of a table in the edition, from 0: joins series numbers to keys. */
const numbered = (table: string, where: string): string =>
  `(select id, row_number() over (order by id) - 1 as number from ${table} where ${where})`;

/**
 * The edition under review, as set-based statements in their order. Triggers are off while it is loaded: they look at
 * rows one by one, and what is loaded keeps the rules by construction.
 */
const STATEMENTS: readonly string[] = [
  `set session_replication_role = replica`,
  `insert into competition (id, created_at, updated_at, year, title, state, entries_open_at, entries_close_at, screening_close_at, publicity_starts_at, publicity_ends_at, scoring_rule)
   select uuidv7(), now(), now(), y, '志愿服务项目大赛 ' || y, s, now() - interval '90 days', now() - interval '40 days', now() - interval '20 days', now() + interval '30 days', now() + interval '37 days',
     '{"kind":"TRIMMED_MEAN","dropHigh":1,"dropLow":1,"minimumKept":1,"decimals":2,"rounding":"HALF_UP"}'
   from (values (${YEAR}, 'REVIEW'), (${YEAR - 1}, 'OPEN')) e(y, s)`,
  `insert into category (id, created_at, updated_at, competition_id, code, title, title_en, position)
   select uuidv7(), now(), now(), ${COMPETITION}, c.code, c.title, initcap(replace(c.code, '_', ' ')), c.position
   from (values ('PUBLICITY', '宣传', 1), ('EMERGENCY', '应急', 2), ('ENVIRONMENT', '环保', 3), ('SCIENCE_LAW', '科普普法', 4), ('CULTURE_EDUCATION', '文教', 5), ('DAILY_LIFE', '生活', 6), ('GOVERNANCE', '治理', 7), ('LIVELIHOOD', '民生', 8), ('HEALTH', '健康', 9)) c(code, title, position)`,
  `insert into round (id, created_at, updated_at, competition_id, position, kind, title, title_en, weight, judges_per_entry, advance_per_category, opens_at, closes_at, state)
   select uuidv7(), now(), now(), ${COMPETITION}, r.position, r.kind, r.title, r.title_en, r.weight, ${SIZE.sheets}, r.advance, r.opens, r.opens + interval '30 days', r.state
   from (values (1, 'DOCUMENT', '书面评审', 'Documents', 40, 50, now() - interval '10 days', 'OPEN'), (2, 'PRESENTATION', '现场答辩', 'Presentation', 60, null::int, now() + interval '22 days', 'PLANNED')) r(position, kind, title, title_en, weight, advance, opens, state)`,
  `insert into criterion (id, round_id, code, title, title_en, description, description_en, weight, max, step, position, bands)
   select uuidv7(), r.id, c.code, c.title, c.title_en, ${paragraph('看项目是否回应真实需求，证据是否充分。', 3)}, ${paragraph('Whether it answers a real need, with evidence. ', 3)}, c.weight, 10, 0.5, c.position,
     jsonb_build_array(jsonb_build_object('from', '0', 'to', '4', 'label', '欠缺', 'labelEn', 'Weak', 'text', '说不清为谁而做', 'textEn', 'Unclear for whom'), jsonb_build_object('from', '4.5', 'to', '10', 'label', '充分', 'labelEn', 'Strong', 'text', '对象、做法和成效都具体', 'textEn', 'Specific throughout'))
   from round r, (values ('NEED', '需求', 'Need', 30, 1), ('METHOD', '做法', 'Method', 25, 2), ('EFFECT', '成效', 'Effect', 20, 3), ('NOVELTY', '创新', 'Novelty', 15, 4), ('SPREAD', '推广', 'Spread', 10, 5)) c(code, title, title_en, weight, position)
   where r.competition_id = ${COMPETITION}`,
  `insert into award_rule (id, competition_id, title, title_en, scope, quota, position)
   select uuidv7(), ${COMPETITION}, a.title, a.title_en, 'CATEGORY', a.quota, a.quota from (values ('金奖', 'Gold Award', 1), ('银奖', 'Silver Award', 2), ('铜奖', 'Bronze Award', 3)) a(title, title_en, quota)`,
  accounts(`select 'coordinator' as name, 0 as number`, 'COORDINATOR', 'CITY', 'null'),
  accounts(
    `select 'judge' || number as name, number from generate_series(0, ${SIZE.judges - 1}) number`,
    'JUDGE',
    'COMPETITION',
    COMPETITION,
  ),
  `insert into judge (id, created_at, updated_at, competition_id, account_id, number, email, name, expertise, capacity, state)
   select uuidv7(), now(), now(), ${COMPETITION}, a.id, substr(split_part(a.email, '@', 1), 6)::int + 1, a.email, a.name, '{}', 100, 'ACTIVE' from account a where a.email like 'judge%@benchmark.example'`,
  `insert into unit (id, created_at, updated_at, name, party, kind, role, region_id, duties)
   select uuidv7(), now(), now(), '第' || n || '街道办事处', 'GOVERNMENT', 'PARTY_GOVERNMENT', 'MEMBER', (select id from region order by code limit 1), '{}' from generate_series(1, 50) n`,
  `insert into team (id, created_at, updated_at, number, name, kind, unit_id, region_id, service_types, applicant_kind, intro, state, member_count, active_months, service_minutes)
   select uuidv7(), now(), now(), 'T' || lpad(n::text, 5, '0'), '星光志愿服务队第' || n || '分队', 'GROUP', u.id, (select id from region order by code limit 1), '{COMMUNITY}', 'NEW_SOCIAL_ORG', ${paragraph('服务社区老人和儿童。', 10)}, 'ACTIVE', 20, 12, 90000
   from generate_series(0, ${SIZE.teams - 1}) n join ${numbered('unit', `name like '第%街道办事处'`)} u on u.number = n % 50`,
  `insert into entry (id, created_at, updated_at, competition_id, category_id, team_id, number, title, title_en, applicant_kind, summary, summary_en, need, activities, innovation, replicability, results, plan, budget, budget_total, beneficiaries, contact_name, contact_phone, state, submitted_at, facts_active_months, facts_members, facts_minutes)
   select uuidv7(), now() - interval '60 days', now() - interval '20 days' + n * interval '1 minute', ${COMPETITION}, c.id, t.id, '${YEAR}-' || lpad(n::text, 4, '0'), '邻里守望第' || n || '号计划', 'Neighbours ' || n, 'NEW_SOCIAL_ORG',
     ${paragraph('为独居老人提供每周探访、助浴和应急联络。', 6)}, ${paragraph('Weekly visits for people living alone. ', 4)}, ${paragraph('社区独居老人多，子女不在身边。', 20)}, ${paragraph('每周两次入户，记录身体情况。', 20)}, ${paragraph('以楼栋为单位结对。', 20)}, ${paragraph('流程写成手册，可直接照做。', 20)}, ${paragraph('一年来探访三千人次。', 20)},
     '[{"when":"三月","what":"招募和培训"},{"when":"四月到十月","what":"入户探访"},{"when":"十一月","what":"总结"}]', '[{"item":"交通","amount":"3000.00"},{"item":"物资","amount":"12000.00"}]', 15000, '["CHILDREN"]', '联系人', '020-00000000', 'IN_REVIEW', now() - interval '45 days' + n * interval '1 minute', 12, 20, 90000
   from generate_series(0, ${SIZE.entries - 1}) n join ${numbered('team', `number like 'T%'`)} t on t.number = n % ${SIZE.teams} join ${numbered('category', 'true')} c on c.number = n % 9`,
  `insert into stored_file (id, key, name, kind, media_type, size, sha256, created_at)
   select uuidv7(), 'benchmark/' || n, '申报书' || n || '.pdf', 'PDF', 'application/pdf', 200000 + n, encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), now() from generate_series(0, ${SIZE.entries * 3 - 1}) n`,
  `insert into attachment (id, entry_id, file_id, kind, title, position, created_at)
   select uuidv7(), e.id, f.id, case f.number % 3 when 0 then 'PLAN' when 1 then 'IMAGE' else 'OTHER' end, '附件' || (f.number % 3 + 1), f.number % 3 + 1, now()
   from ${numbered('entry', 'true')} e join ${numbered('stored_file', `key like 'benchmark/%'`)} f on f.number / 3 = e.number where e.number > 0`,
  `insert into entry_revision (id, entry_id, number, submitted_at, content)
   select uuidv7(), e.id, n, e.submitted_at, jsonb_build_object('title', e.title, 'summary', e.summary, 'need', e.need, 'results', e.results) from entry e, generate_series(1, 2) n`,
  `insert into screening_note (id, entry_id, field, text, author_id, created_at, resolved)
   select uuidv7(), e.id, 'budget', '请补充物资明细。', (select id from account where email = 'coordinator@benchmark.example'), now() - n * interval '1 day', true from entry e, generate_series(1, 2) n`,
  `insert into assignment (id, created_at, updated_at, round_id, entry_id, judge_id, position)
   select uuidv7(), now(), now(), ${ROUND}, e.id, j.id, s / ${SIZE.judges} + 1
   from generate_series(0, ${SIZE.entries * SIZE.sheets - 1}) s join ${numbered('entry', 'true')} e on e.number = s / ${SIZE.sheets} join judge j on j.number = s % ${SIZE.judges} + 1`,
  // Three sheets of every entry and three fifths of every queue are submitted; the others are drafts, fully marked.
  `insert into score_sheet (id, created_at, updated_at, assignment_id, round_id, entry_id, judge_id, state, remark, started_at, opened_order, submitted_at, total, seconds_spent)
   select uuidv7(), now(), now(), a.id, a.round_id, a.entry_id, a.judge_id, case when s.done then 'SUBMITTED' else 'DRAFT' end, '做法扎实，成效有据，建议补充受益人反馈。', now() - interval '3 days', a.position, case when s.done then now() - interval '2 days' end, case when s.done then 0 end, 600
   from assignment a join judge j on j.id = a.judge_id cross join lateral (select (a.position - 1 + (j.number - 1) % ${SIZE.sheets}) % 5 < 3 as done) s`,
  `insert into mark (id, sheet_id, criterion_id, value, comment)
   select uuidv7(), s.id, c.id, ${MARK}, '有具体事例' from score_sheet s join criterion c on c.round_id = s.round_id`,
  `update score_sheet s set total = m.total from (select k.sheet_id, sum(c.weight * k.value / c.max) as total from mark k join criterion c on c.id = k.criterion_id group by k.sheet_id) m where m.sheet_id = s.id and s.state = 'SUBMITTED'`,
  `insert into result (id, competition_id, round_id, batch, rule, official, computed_at, inputs, inputs_digest, fingerprint, result_digest, outcome)
   select uuidv7(), ${COMPETITION}, null, uuidv7(), k.scoring_rule, n = 1, now(), '', 'x', 'x', 'x', '{"awardLines":[]}' from competition k, generate_series(1, 2) n where k.id = ${COMPETITION}`,
  // The official result ranks half of the entries; the other one is a ranking of one, to compare statement counts.
  `insert into result_row (id, result_id, entry_id, category_id, round_scores, total, total_text, category_rank, overall_rank, shared_category, shared_overall, spread, sheet_totals, flags)
   select uuidv7(), x.id, e.id, e.category_id, jsonb_build_array(jsonb_build_object('roundId', ${ROUND}, 'score', t.total::text)), t.total, t.total::text,
     rank() over (partition by x.id, e.category_id order by t.total desc), rank() over (partition by x.id order by t.total desc), 1, 1, t.spread, t.sheets, '{}'
   from result x join ${numbered('entry', 'true')} n on n.number < case when x.official then ${SIZE.ranked} else 1 end join entry e on e.id = n.id
   join (select s.entry_id, round(avg(s.total), 2) as total, max(s.total) - min(s.total) as spread,
     jsonb_agg(jsonb_build_object('roundId', s.round_id, 'judgeCode', 'J' || j.number, 'value', s.total::text, 'counted', true)) as sheets
     from score_sheet s join judge j on j.id = s.judge_id where s.state = 'SUBMITTED' group by s.entry_id) t on t.entry_id = e.id`,
  `set session_replication_role = default`,
];

/** Keys of the loaded rows that the requests name. */
export interface Loaded {
  readonly competitionId: string;
  /** An edition without entries. */
  readonly emptyCompetitionId: string;
  readonly roundId: string;
  /** The ranking of 1,500 and a ranking of one. */
  readonly resultId: string;
  readonly smallResultId: string;
  /** Entries with three attachments, two revisions and two notes. */
  readonly entryIds: readonly string[];
  /** An entry without attachments. */
  readonly bareEntryId: string;
  /** Keys of the judges, in the order of their accounts `judge0`, `judge1` … */
  readonly judgeIds: readonly string[];
  readonly criterionIds: readonly string[];
  /** Drafts that may be submitted, those of one judge behind one another. */
  readonly drafts: readonly { readonly sheetId: string; readonly judge: string }[];
}

/** Loads the edition into a migrated database and says what is in it. */
export async function loadData(client: pg.Client): Promise<Loaded> {
  for (const statement of STATEMENTS) await client.query(statement);
  await client.query('vacuum analyze');
  const { rows } = await client.query<Loaded>(`select ${COMPETITION} as "competitionId",
    (select id from competition where year = ${YEAR - 1}) as "emptyCompetitionId", ${ROUND} as "roundId",
    (select id from result where official) as "resultId", (select id from result where not official) as "smallResultId",
    (select json_agg(id) from (select id from entry order by id desc limit 100) e) as "entryIds",
    (select id from entry order by id limit 1) as "bareEntryId",
    (select json_agg(id order by number) from judge) as "judgeIds",
    (select json_agg(id order by position) from criterion where round_id = ${ROUND}) as "criterionIds",
    (select json_agg(json_build_object('sheetId', s.id, 'judge', 'judge' || (j.number - 1)) order by j.number, s.id) from score_sheet s join judge j on j.id = s.judge_id where s.state = 'DRAFT') as drafts`);
  const [loaded] = rows;
  if (!loaded) throw new Error('nothing was loaded');
  return loaded;
}

/** Makes submitted sheets drafts again, as they were before a round of submitting. */
export async function reopenDrafts(client: pg.Client, drafts: Loaded['drafts']): Promise<void> {
  const ids = drafts.map((draft) => draft.sheetId);
  await client.query(
    `update score_sheet set state = 'DRAFT' where id = any($1::uuid[]) and state = 'SUBMITTED'`,
    [ids],
  );
  await client.query(
    `update score_sheet set version = 1, total = null, submitted_at = null where id = any($1::uuid[]) and (version <> 1 or total is not null)`,
    [ids],
  );
  await client.query(
    `update mark m set value = ${MARK} from unnest($1::uuid[]) s(id), criterion c where s.id = m.sheet_id and c.id = m.criterion_id and m.value > 9`,
    [ids],
  );
  await client.query('vacuum analyze score_sheet, mark');
}
