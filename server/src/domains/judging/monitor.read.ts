import { anchorMonitor, type MonitoredSheet } from '@xinghuo/shared/judging/flags/anchor-monitor';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { computed, defineRead, expression } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { Round } from '../competition/index.ts';
import { monitorAccess } from './judging.access.ts';
import { judgeCodeSql } from './judging.conditions.ts';

/**
 * Submitted sheets of a round, each with how far it lies from the mean of the other judges' sheets of its entry. The
 * order is the one in which the judge began them; where it was not kept, the drawn one.
 */
const compared = (row: Row): Sql => sql`(
  select s.judge_id, s.entry_id, s.total, coalesce(s.opened_order, a.position) as place,
    exists (select 1 from anchor n where n.round_id = s.round_id and n.entry_id = s.entry_id) as anchor,
    s.total - (sum(s.total) over same - s.total) / nullif(count(*) over same - 1, 0) as difference
  from score_sheet s join assignment a on a.id = s.assignment_id
  where s.round_id = ${row.id} and s.state in ('SUBMITTED', 'LOCKED') window same as (partition by s.entry_id)) own`;

interface NamedJudge {
  readonly judgeId: string;
}

/** How the monitor of a round is read. */
export const judgingMonitorRead = defineRead({
  type: 'JudgingMonitor',
  entity: Round,
  access: monitorAccess,
  fields: {
    sheets: expression(
      (row) =>
        sql`(select coalesce(json_agg(json_build_object('judge', own.judge_id, 'entry', own.entry_id, 'order', own.place, 'difference', round(own.difference, 4)::float8, 'anchor', own.anchor)), '[]'::json) from ${compared(row)} where own.difference is not null)`,
    ),
    names: expression(
      (row) =>
        sql`(select coalesce(json_agg(json_build_object('judgeId', j.id, 'code', ${judgeCodeSql(sql`j.id`)}, 'name', j.name, 'nameEn', j.name_en) order by j.number), '[]'::json) from judge j where j.competition_id = ${row.col('competition')})`,
    ),
    judges: computed(['sheets', 'names'], (row) => {
      const lines = new Map(
        anchorMonitor(row.get<readonly MonitoredSheet[]>('sheets')).map((line) => [line.judge, line]),
      );
      return row.get<readonly NamedJudge[]>('names').flatMap((named) => {
        const line = lines.get(named.judgeId);
        return line ? [{ ...named, ...line }] : [];
      });
    }),
    anchors: expression(
      (
        row,
      ) => sql`(select coalesce(json_agg(json_build_object('entryId', e.id, 'number', e.number, 'title', e.title, 'titleEn', e.title_en,
        'assigned', (select count(*) from assignment held where held.round_id = ${row.id} and held.entry_id = e.id and held.live),
        'mean', (select round(avg(given.total), 2)::text from score_sheet given where given.round_id = ${row.id} and given.entry_id = e.id and given.state in ('SUBMITTED', 'LOCKED')),
        'sheets', (select coalesce(json_agg(json_build_object('judgeId', own.judge_id, 'code', ${judgeCodeSql(sql`own.judge_id`)}, 'total', own.total::text, 'order', own.place, 'difference', round(own.difference, 4)::float8) order by own.total, own.judge_id), '[]'::json) from ${compared(row)} where own.entry_id = e.id)) order by e.number, e.id), '[]'::json)
        from anchor shared_anchor join entry e on e.id = shared_anchor.entry_id where shared_anchor.round_id = ${row.id})`,
    ),
    asOf: computed([], (_row, { now }) => now),
  },
});
