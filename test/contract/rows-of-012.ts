/** A key that is the same in every run: the kind of row, and which. */
const id = (kind: string, n: number): string =>
  `0190${kind.padStart(4, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`;

const AT = '2026-05-01T01:00:00Z';
/** A literal of the statement. */
type Value = string | number | boolean | null | { readonly sql: string };
const json = (value: unknown): Value => ({ sql: `'${JSON.stringify(value)}'::jsonb` });
const list = (...values: readonly string[]): Value => ({ sql: `'{${values.join(',')}}'::text[]` });
const literal = (value: Value): string => {
  if (value === null) return 'null';
  if (typeof value === 'object') return value.sql;
  return typeof value === 'string' ? `'${value}'` : String(value);
};
/** One statement for one row; columns that are not named get their default of that time. */
function row(table: string, values: Readonly<Record<string, Value>>): string {
  const names = Object.keys(values).map((name) => `"${name}"`);
  return `insert into "${table}" (${names.join(', ')}) values (${Object.values(values).map(literal).join(', ')})`;
}
const edited = { created_at: AT, updated_at: AT } as const;

const [region, unit, team] = [id('a', 1), id('b', 1), id('c', 1)];
const [coordinator, marker] = [id('d', 1), id('d', 2)];
const [edition, category, round] = [id('e', 1), id('f', 1), id('10', 1)];
const [need, spread] = [id('11', 1), id('11', 2)];
const judges = [id('12', 1), id('12', 2)] as const;
const entries = [id('13', 1), id('13', 2), id('13', 3)] as const;
const [result, training] = [id('16', 1), id('18', 1)];

/** The sheets of that time: whose, in which state, begun when. The second judge worked against the order of the entries. */
export const SHEETS = [
  { id: id('15', 1), judge: judges[0], entry: entries[0], state: 'LOCKED', started: '2026-05-02T01:00:00Z' },
  {
    id: id('15', 2),
    judge: judges[0],
    entry: entries[1],
    state: 'SUBMITTED',
    started: '2026-05-02T02:00:00Z',
  },
  { id: id('15', 3), judge: judges[0], entry: entries[2], state: 'ASSIGNED', started: null },
  { id: id('15', 4), judge: judges[1], entry: entries[0], state: 'LOCKED', started: '2026-05-03T05:00:00Z' },
  { id: id('15', 5), judge: judges[1], entry: entries[1], state: 'DRAFT', started: '2026-05-03T04:00:00Z' },
  { id: id('15', 6), judge: judges[1], entry: entries[2], state: 'RECUSED', started: '2026-05-03T03:00:00Z' },
] as const;

const DONE: readonly string[] = ['LOCKED', 'SUBMITTED'];

/** An edition under review as it stood in the database of migration 012, in the order in which rows lean on each other. */
export const ROWS_OF_012: readonly string[] = [
  row('region', { id: region, code: '340503', name: '花山区', level: 'COUNTY', full_name: '马鞍山市花山区' }),
  row('unit', {
    id: unit,
    ...edited,
    name: '市急救协会',
    party: 'PUBLIC_WELFARE_ORG',
    kind: 'ASSOCIATION',
    role: 'MEMBER',
    region_id: region,
    duties: list(),
  }),
  row('team', {
    id: team,
    ...edited,
    number: 'MAS-0001',
    name: '江畔守望队',
    kind: 'REGISTERED',
    region_id: region,
    unit_id: unit,
    member_count: 12,
    service_types: list('RESCUE', 'HEALTH'),
    applicant_kind: 'WELFARE_SOCIETY',
    state: 'ACTIVE',
  }),
  row('team_member', { id: id('19', 1), team_id: team, name: '队员甲', since: '2025-01-01' }),
  row('account', { id: coordinator, ...edited, email: 'office@example.cn', name: '沈协调' }),
  row('account', { id: marker, ...edited, email: 'judge@example.cn', name: '评委甲' }),
  row('role_grant', {
    id: id('1a', 1),
    account_id: coordinator,
    role: 'COORDINATOR',
    scope: 'CITY',
    created_at: AT,
  }),
  row('role_grant', {
    id: id('1a', 2),
    account_id: marker,
    role: 'JUDGE',
    scope: 'COMPETITION',
    scope_id: edition,
    created_at: AT,
  }),
  row('api_token', {
    id: id('1b', 1),
    account_id: coordinator,
    name: '大屏',
    hint: 'xht_…abcd',
    token_hash: 'aa',
    scopes: list('entry.list'),
    created_at: AT,
    expires_at: '2027-05-01T00:00:00Z',
  }),
  row('competition', {
    id: edition,
    ...edited,
    year: 2026,
    title: '2026年志愿服务项目大赛',
    state: 'REVIEW',
    scoring_rule: json({
      kind: 'TRIMMED_MEAN',
      dropHigh: 1,
      dropLow: 1,
      minimumKept: 1,
      decimals: 2,
      rounding: 'HALF_UP',
    }),
  }),
  row('category', {
    id: category,
    ...edited,
    competition_id: edition,
    code: 'EMERGENCY',
    title: '应急救援',
    title_en: 'Emergency rescue',
    position: 1,
  }),
  row('round', {
    id: round,
    ...edited,
    competition_id: edition,
    position: 1,
    kind: 'DOCUMENT',
    title: '材料评审',
    title_en: 'Documents',
    weight: 100,
    judges_per_entry: 2,
    state: 'OPEN',
  }),
  ...[need, spread].map((criterion, n) =>
    row('criterion', {
      id: criterion,
      round_id: round,
      code: `C${n}`,
      title: '需求',
      title_en: 'Need',
      description: '',
      description_en: '',
      weight: 50,
      max: 10,
      step: 0.5,
      position: n + 1,
      bands: json([]),
    }),
  ),
  row('award_rule', {
    id: id('1c', 1),
    competition_id: edition,
    title: '金奖',
    title_en: 'Gold',
    scope: 'CATEGORY',
    quota: 1,
    position: 1,
  }),
  ...entries.map((entry, n) =>
    row('entry', {
      id: entry,
      ...edited,
      competition_id: edition,
      category_id: category,
      team_id: team,
      title: `守望江岸${n + 1}号`,
      applicant_kind: 'WELFARE_SOCIETY',
      state: 'IN_REVIEW',
      number: `2026-000${n + 1}`,
      submitted_at: AT,
      facts_members: 12,
      plan: json([]),
      budget: json([]),
      budget_total: 0,
      beneficiaries: json([]),
    }),
  ),
  row('entry_revision', {
    id: id('1d', 1),
    entry_id: entries[0],
    number: 1,
    submitted_at: AT,
    content: json({ title: '守望江岸1号' }),
  }),
  ...judges.map((judge, n) =>
    row('judge', {
      id: judge,
      ...edited,
      competition_id: edition,
      number: n + 1,
      email: `judge${n}@example.cn`,
      name: `评委${n}`,
      state: 'ACTIVE',
      account_id: n === 0 ? marker : null,
      expertise: list('EMERGENCY'),
      capacity: 40,
    }),
  ),
  ...SHEETS.flatMap(({ id: sheet, judge, entry, state, started }, n) => [
    row('assignment', {
      id: id('14', n + 1),
      ...edited,
      round_id: round,
      entry_id: entry,
      judge_id: judge,
      position: 3 - (n % 3),
      live: state !== 'RECUSED',
    }),
    row('score_sheet', {
      id: sheet,
      ...edited,
      assignment_id: id('14', n + 1),
      round_id: round,
      entry_id: entry,
      judge_id: judge,
      state: DONE.includes(state) ? 'DRAFT' : state,
      started_at: started,
      remark: '扎实',
    }),
    // A sheet takes marks as a draft only, and is locked only once it was submitted.
    ...(DONE.includes(state)
      ? [
          ...[need, spread].map((criterion, c) =>
            row('mark', { id: id('17', 10 * n + c), sheet_id: sheet, criterion_id: criterion, value: 8 }),
          ),
          `update score_sheet set state = 'SUBMITTED', total = 80, submitted_at = '${AT}', seconds_spent = 600 where id = '${sheet}'`,
          `update score_sheet set state = '${state}' where id = '${sheet}'`,
        ]
      : []),
  ]),
  row('conflict', {
    id: id('1e', 1),
    judge_id: judges[1],
    entry_id: entries[2],
    source: 'DECLARED',
    reason: '同一单位',
    created_at: AT,
  }),
  row('result', {
    id: result,
    competition_id: edition,
    round_id: round,
    batch: id('1f', 1),
    rule: json({ kind: 'MEAN' }),
    official: true,
    computed_at: AT,
    inputs: '{}',
    inputs_digest: 'aa',
    fingerprint: 'bb',
    result_digest: 'cc',
    outcome: json({ awardLines: [], changes: [] }),
  }),
  row('result_row', {
    id: id('20', 1),
    result_id: result,
    entry_id: entries[0],
    category_id: category,
    round_scores: json([]),
    shared_category: 1,
    shared_overall: 1,
    sheet_totals: json([]),
    flags: list('TIED'),
  }),
  row('deliberation', {
    id: id('21', 1),
    ...edited,
    competition_id: edition,
    entry_id: entries[1],
    reason: '事迹突出',
    at: AT,
  }),
  row('objection', {
    id: id('22', 1),
    ...edited,
    competition_id: edition,
    author: '市民',
    contact: '***',
    text: '请复核',
  }),
  row('training_session', {
    id: training,
    ...edited,
    competition_id: edition,
    title: '材料怎么写',
    starts_at: '2026-04-01T01:00:00Z',
    ends_at: '2026-04-01T03:00:00Z',
    place: '青少年宫',
    lecturer: '讲师',
    capacity: 40,
  }),
  row('training_registration', {
    id: id('23', 1),
    ...edited,
    session_id: training,
    team_id: team,
    attendees: list('队员甲'),
  }),
  row('job_run', { id: id('24', 1), ...edited, name: 'mail.send', data: json({}), state: 'DONE' }),
  row('audit_event', {
    id: id('25', 1),
    at: AT,
    account_id: coordinator,
    actor: '沈协调',
    via: 'session',
    operation: 'competitionOpen',
    subject_type: 'Competition',
    subject_id: edition,
    changes: json([]),
  }),
];
