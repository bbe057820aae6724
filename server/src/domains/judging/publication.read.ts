import { sql } from 'kysely';
import { defineRead, expression } from '../../platform/read/define-read.ts';
import { accountName } from '../competition/index.ts';
import {
  bundleShown,
  entryFeedbackAccess,
  resultPublicationAccess,
  withheldRemarkAccess,
} from './publication.access.ts';
import { PublishedEntry, ResultPublication, WithheldRemark } from './publication.entity.ts';

/** How what is published with a result is read. */
export const resultPublicationRead = defineRead({
  type: 'ResultPublication',
  entity: ResultPublication,
  access: resultPublicationAccess,
  fields: {
    bundlePath: expression((row) => sql`'/bundles/' || ${row.col('result')} || '.json'`, {
      shown: bundleShown,
    }),
    /** The file itself; for the download only. */
    bundle: expression((row) => row.col('bundle'), { shown: bundleShown }),
    objections: expression(
      (row) =>
        sql`(select json_build_object('filed', count(o.id), 'open', count(o.id) filter (where o.state = 'RECEIVED'), 'upheld', count(o.id) filter (where o.state = 'UPHELD'), 'dismissed', count(o.id) filter (where o.state = 'DISMISSED'))
          from result of_result left join objection o on o.competition_id = of_result.competition_id where of_result.id = ${row.col('result')})`,
    ),
  },
});

/** How feedback is read: own means, each with the group of the same category, round and criterion. */
export const entryFeedbackRead = defineRead({
  type: 'EntryFeedback',
  entity: PublishedEntry,
  access: entryFeedbackAccess,
  fields: {
    criteria: expression(
      (
        row,
      ) => sql`(select coalesce(json_agg(json_build_object('roundId', own.round, 'criterionId', own.criterion, 'sheets', own.sheets, 'mean', own.mean,
          'groupEntries', around.entries, 'groupMean', around.mean, 'group', around.means) order by own.place), '[]'::json)
        from result_publication published
        join entry fed on fed.id = ${row.col('entry')}
        cross join lateral (select x.*, row_number() over () as place from jsonb_to_recordset(${row.col('means')}) as x(round text, criterion text, sheets int, mean text)) own
        join lateral jsonb_to_recordset(published.groups) as around(category uuid, round text, criterion text, entries int, means jsonb, mean text)
          on around.category = fed.category_id and around.round = own.round and around.criterion = own.criterion
        where published.id = ${row.col('publication')})`,
    ),
    // Ordered by what nobody can read anything from: neither time nor judge.
    remarks: expression(
      (
        row,
      ) => sql`(select coalesce(json_agg(json_build_object('roundId', s.round_id, 'text', s.remark) order by r.position, md5(s.id::text)), '[]'::json)
        from score_sheet s join round r on r.id = s.round_id
        where s.entry_id = ${row.col('entry')} and s.state = 'LOCKED' and s.remark_released and btrim(s.remark) <> ''
          and not exists (select 1 from withheld_remark w where w.sheet_id = s.id))`,
    ),
  },
});

/** How a withheld remark is read. */
export const withheldRemarkRead = defineRead({
  type: 'WithheldRemark',
  entity: WithheldRemark,
  access: withheldRemarkAccess,
  fields: { byName: expression((row) => accountName(row.col('by'))) },
});
