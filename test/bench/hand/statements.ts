/** A judge's own sheets of a round, in category and own order; criteria are the same for all of them. */
export const QUEUE = `select s.id, s.state, a.position, s.remark, s.total, s.version, s.updated_at, e.id as entry_id, e.number, e.title, c.id as category_id, c.title as category_title, c.position as category_position, m.marks, k.criteria
  from score_sheet s
  join judge j on j.id = s.judge_id and j.account_id = $2
  join round r on r.id = s.round_id and r.state <> 'PLANNED'
  join assignment a on a.id = s.assignment_id
  join entry e on e.id = s.entry_id
  join category c on c.id = e.category_id
  cross join (select json_agg(json_build_object('id', id, 'title', title, 'weight', weight::text, 'max', max::text, 'step', step::text) order by position) as criteria from criterion where round_id = $1) k
  left join lateral (select json_agg(json_build_object('criterionId', k.id, 'value', m.value::text, 'comment', m.comment) order by k.position) as marks
    from mark m join criterion k on k.id = m.criterion_id where m.sheet_id = s.id) m on true
  where s.round_id = $1 order by c.position, a.position, s.id limit $3::int + 1`;

const COUNTS = `'total', count(*) filter (where s.state <> 'RECUSED'), 'drafts', count(*) filter (where s.state = 'DRAFT'), 'submitted', count(*) filter (where s.state in ('SUBMITTED', 'LOCKED'))`;
const LATER = `(select max(x.until) from deadline_extension x where x.round_id = r.id and x.judge_id is null)`;

/**
 * The dashboard as one JSON value: every table of it is read once. `EDITION` stands for the edition's key. The same
 * text is the hand-written statement and the body of PostGraphile's function.
 */
export const DASHBOARD = `with r as materialized (select * from round where competition_id = EDITION and state <> 'PLANNED' order by position desc limit 1),
  s as materialized (select s.state, s.judge_id, s.started_at, s.submitted_at, s.updated_at, e.category_id from score_sheet s join entry e on e.id = s.entry_id where s.round_id = (select id from r)),
  n as materialized (select state, category_id, count(*)::int as entries from entry where competition_id = EDITION group by state, category_id),
  held as materialized (select a.entry_id, a.round_id, count(*) as judges from assignment a join round q on q.id = a.round_id where q.competition_id = EDITION and a.live group by a.entry_id, a.round_id),
  short as materialized (select q.id, q.state, count(e.id) as entries from round q join entry e on e.competition_id = q.competition_id and e.state = case when q.state = 'OPEN' then 'IN_REVIEW' when q.position = 1 then 'ELIGIBLE' else 'ADVANCED' end
    left join held h on h.entry_id = e.id and h.round_id = q.id where q.competition_id = EDITION and (q.state = 'OPEN' or q.state = 'PLANNED' and (q.opens_at is null or q.opens_at < now() + interval '30 days')) and coalesce(h.judges, 0) < q.judges_per_entry group by q.id, q.state)
  select json_build_object(
    'id', k.id,
    'competition', json_build_object('id', k.id, 'year', k.year, 'title', k.title, 'state', k.state),
    'entriesByState', (select coalesce(json_agg(json_build_object('state', p.state, 'count', p.entries) order by p.state), '[]'::json) from (select state, sum(entries)::int as entries from n group by state) p),
    'entriesByCategory', (select coalesce(json_agg(json_build_object('categoryId', c.id, 'title', c.title, 'titleEn', c.title_en, 'count', coalesce(p.entries, 0)) order by c.position), '[]'::json)
      from category c left join (select category_id, sum(entries)::int as entries from n where state not in ('DRAFT', 'WITHDRAWN') group by category_id) p on p.category_id = c.id where c.competition_id = k.id),
    'waiting', (select coalesce(json_agg(json_build_object('kind', w.kind, 'count', w.count, 'roundId', w.round_id) order by w.place), '[]'::json) from (
      select 1 as place, 'ENTRIES_TO_SCREEN' as kind, (select coalesce(sum(entries), 0) from n where state = 'SUBMITTED') as count, null::uuid as round_id
      union all select 2, 'ENTRIES_RETURNED', (select coalesce(sum(entries), 0) from n where state = 'RETURNED'), null
      union all select 3, 'JUDGES_TO_INVITE', (select count(*) from judge where competition_id = k.id and state = 'INVITED' and invited_at is null), null
      union all select 4, 'ENTRIES_SHORT_OF_JUDGES', short.entries, short.id from short
      union all select 5, 'OBJECTIONS_TO_DECIDE', (select count(*) from objection where competition_id = k.id and state = 'RECEIVED'), null
      union all select 6, 'TIES_TO_DECIDE', (select count(*) from result t join result_row o on o.result_id = t.id where t.competition_id = k.id and t.round_id is null and t.official and 'UNDECIDED' = any(o.flags)), null
    ) w where w.count > 0),
    'late', (select coalesce(json_agg(json_build_object('kind', l.kind, 'count', l.count, 'roundId', l.round_id) order by l.place), '[]'::json) from (
      select 1 as place, 'SCREENING_OVERDUE' as kind, (select coalesce(sum(entries), 0) from n where state = 'SUBMITTED' and k.screening_close_at < now()) as count, null::uuid as round_id
      union all select 2, 'RETURNS_OVERDUE', (select count(*) from entry where competition_id = k.id and state = 'RETURNED' and resubmit_until < now()), null
      union all select 3, 'SHEETS_OVERDUE', (select count(*) from score_sheet o left join (select judge_id, max(until) as until from deadline_extension where round_id = r.id group by judge_id) x on x.judge_id = o.judge_id
        where o.round_id = r.id and o.state in ('ASSIGNED', 'DRAFT') and greatest(r.closes_at, ${LATER}, x.until) < now()), r.id from round r where r.competition_id = k.id and r.state = 'OPEN'
    ) l where l.count > 0),
    'progress', (select json_build_object('id', r.id, 'round', json_build_object('id', r.id, 'title', r.title),
      'total', t.total, 'drafts', t.drafts, 'submitted', t.submitted, 'recused', t.recused,
      'shortEntries', coalesce((select entries from short where short.id = r.id), 0),
      'byCategory', (select coalesce(json_agg(p.line order by p.position), '[]'::json) from (
        select c.position, json_build_object('categoryId', c.id, 'code', c.code, 'title', c.title, 'titleEn', c.title_en, ${COUNTS.replaceAll('count(*)', 'count(s.state)')},
          'panelSize', (select count(*) from judge_panel p join panel_member m on m.panel_id = p.id where p.round_id = r.id and p.category_id = c.id)) as line
        from category c left join s on s.category_id = c.id where c.competition_id = k.id group by c.id) p),
      'byJudge', (select coalesce(json_agg(p.line order by p.number), '[]'::json) from (
        select j.number, json_build_object('judgeId', j.id, 'code', 'J' || lpad(j.number::text, greatest(2, length(j.number::text)), '0'), 'name', j.name, ${COUNTS},
          'lastActiveAt', max(s.updated_at) filter (where s.started_at is not null),
          'deadline', greatest(r.closes_at, ${LATER}, (select max(x.until) from deadline_extension x where x.round_id = r.id and x.judge_id = j.id))) as line
        from judge j join s on s.judge_id = j.id where j.competition_id = k.id group by j.id order by j.number limit 1000) p),
      'perDay', to_char(t.recent / least(7, greatest(1.0 / 24, extract(epoch from now() - coalesce(r.opens_at, t.begun)) / 86400)), 'FM999990.0'))
      from r, (select count(*) filter (where state <> 'RECUSED') as total, count(*) filter (where state = 'DRAFT') as drafts, count(*) filter (where state in ('SUBMITTED', 'LOCKED')) as submitted, count(*) filter (where state = 'RECUSED') as recused,
        count(*) filter (where state in ('SUBMITTED', 'LOCKED') and submitted_at > now() - interval '7 days') as recent, min(started_at) as begun from s) t),
    'nextDeadlines', (select coalesce(json_agg(json_build_object('kind', d.kind, 'at', d.at, 'roundId', d.round_id) order by d.at), '[]'::json) from (
      select * from (
        select 'ENTRIES_CLOSE' as kind, greatest(k.entries_close_at, (select max(x.until) from deadline_extension x where x.competition_id = k.id and x.entry_id is null and x.round_id is null)) as at, null::uuid as round_id
        union all select 'SCREENING_CLOSE', k.screening_close_at, null
        union all select 'ROUND_OPENS', r.opens_at, r.id from round r where r.competition_id = k.id and r.state = 'PLANNED'
        union all select 'ROUND_CLOSES', greatest(r.closes_at, ${LATER}), r.id from round r where r.competition_id = k.id and r.state <> 'LOCKED'
        union all select 'PUBLICITY_ENDS', k.publicity_ends_at, null
      ) every where every.at > now() order by every.at limit 5) d)
  ) as dashboard from competition k where k.id = EDITION`;
