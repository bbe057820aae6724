import { OBJECTION_LIFECYCLE } from '@xinghuo/shared/judging/domain/objection';
import { sql } from 'kysely';
import { asSql, type Sql } from '../../platform/access/condition.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { column, defineRead, expression, many, one } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { accountName } from '../competition/index.ts';
import {
  deliberationAccess,
  objectionAccess,
  overseesRow,
  resultAccess,
  resultRowAccess,
  rowPublished,
} from './judging.access.ts';
import { resultPublicationRead } from './publication.read.ts';
import { Deliberation, Objection, Result, ResultRow } from './result.entity.ts';

/** How a decision of the deliberation is read. */
export const deliberationRead = defineRead({
  type: 'Deliberation',
  entity: Deliberation,
  access: deliberationAccess,
  fields: { byName: expression((row) => accountName(row.col('by'))) },
});

/** The sheets behind a score under the codes of the bundle, in their order; none where nothing was published. */
function publicSheetTotals(row: Row): Sql {
  return sql`(select coalesce(jsonb_agg(sheet.total || jsonb_build_object('judgeCode', published.judge_codes ->> (sheet.total ->> 'judgeCode')) order by r.position, published.judge_codes ->> (sheet.total ->> 'judgeCode')), '[]'::jsonb)
    from result_publication published cross join lateral jsonb_array_elements(${row.col('sheetTotals')}) as sheet(total) join round r on r.id = (sheet.total ->> 'roundId')::uuid
    where published.result_id = ${row.col('result')})`;
}

/** How a row of a result is read. */
export const resultRowRead = defineRead({
  type: 'ResultRow',
  entity: ResultRow,
  access: resultRowAccess,
  fields: {
    total: column('totalText'),
    spread: column('spread', { shown: rowPublished }),
    sheetTotals: expression(
      (row, { viewer }) =>
        sql`case when ${asSql(overseesRow(viewer, row))} then ${row.col('sheetTotals')} else ${publicSheetTotals(row)} end`,
      { shown: rowPublished },
    ),
    flags: column('flags', { shown: overseesRow }),
    deliberation: one(() => deliberationRead, {
      on: (row, decision) => sql<boolean>`${decision.col('entry')} = ${row.col('entry')}`,
    }),
  },
});

const { oversee } = resultAccess.actions;

/** How a result is read. */
export const resultRead = defineRead({
  type: 'Result',
  entity: Result,
  access: resultAccess,
  fields: {
    ruleKind: expression((row) => sql`${row.col('rule')}->>'kind'`),
    rowCount: expression(
      (row) => sql`(select count(*)::int from result_row counted where counted.result_id = ${row.id})`,
    ),
    awardLines: expression((row) => sql`${row.col('outcome')}->'awardLines'`, { shown: oversee }),
    analysis: column('analysis', { shown: oversee }),
    flags: expression(
      (row) =>
        sql`(select coalesce(json_agg(json_build_object('flag', f.flag, 'count', f.rows) order by f.rows desc, f.flag), '[]'::json) from (select flag, count(*)::int as rows from result_row flagged, unnest(flagged.flags) flag where flagged.result_id = ${row.id} group by flag) f)`,
      { shown: oversee },
    ),
    publication: one(() => resultPublicationRead, {
      on: (result, publication) => sql<boolean>`${publication.col('result')} = ${result.id}`,
    }),
    rows: many(() => resultRowRead, {
      by: 'result',
      order: (row, through) =>
        sql`${through('category').col('position')}, ${row.col('categoryRank')} nulls last, ${row.id}`,
      limit: 10_000,
    }),
  },
});

const { contact, inspect } = objectionAccess.actions;

/** How an objection is read. */
export const objectionRead = defineRead({
  type: 'Objection',
  entity: Objection,
  access: objectionAccess,
  fields: {
    author: column('author', { shown: contact }),
    contact: column('contact', { shown: contact }),
    effect: column('effect', { shown: inspect }),
    availableTransitions: transitionsField(OBJECTION_LIFECYCLE),
  },
});
