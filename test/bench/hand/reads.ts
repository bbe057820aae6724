import { createHash } from 'node:crypto';
import type pg from 'pg';
import { DASHBOARD, QUEUE } from './statements.ts';

/*
 * The five reads as somebody would write them who knows PostgreSQL well and has only these five to write: one prepared
 * statement each, rows mapped to the shape that the product answers.
 */

/** One prepared statement. */
export type Run = (name: string, text: string, values: readonly unknown[]) => Promise<readonly Columns[]>;
/** A row of a statement, by column. */
export type Columns = Readonly<Record<string, unknown>>;

/** Prepared statements of a pool. */
export const runOn =
  (client: Pick<pg.Pool, 'query'>): Run =>
  async (name, text, values) =>
    (await client.query<Columns>({ name, text, values: [...values] })).rows;

const SIGNATURE = createHash('sha256').update('UPDATED_AT DESC,id DESC').digest('base64url').slice(0, 8);
const QUEUE_SIGNATURE = createHash('sha256')
  .update('CATEGORY ASC,POSITION ASC,id ASC')
  .digest('base64url')
  .slice(0, 8);
const cursor = (...values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values.map(String)), 'utf8').toString('base64url');

const ENTRIES = `select e.id, e.number, e.title, e.state, e.version, e.updated_at, e.updated_at::text as place, e.submitted_at, t.id as team_id, t.name as team_name, c.id as category_id, c.title as category_title, s.mean, s.sheets
  from (select * from entry where competition_id = $1 order by updated_at desc, id desc limit $2::int + 1) e
  join team t on t.id = e.team_id join category c on c.id = e.category_id
  cross join lateral (select round(avg(total), 2)::text as mean, count(*)::int as sheets from score_sheet where entry_id = e.id and state in ('SUBMITTED', 'LOCKED')
    and round_id = (select id from round where competition_id = $1 and state <> 'PLANNED' order by position desc limit 1)) s
  order by e.updated_at desc, e.id desc`;

/** A page of entries, the latest change first. */
export async function readEntries(run: Run, input: { competitionId: string; first: number }) {
  const rows = await run('entries', ENTRIES, [input.competitionId, input.first]);
  const kept = rows.slice(0, input.first);
  const last = kept.at(-1);
  return {
    entries: {
      nodes: kept.map((row) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        state: row.state,
        version: row.version,
        updatedAt: row.updated_at,
        submittedAt: row.submitted_at,
        meanScore: row.mean,
        sheetsSubmitted: row.sheets,
        team: { id: row.team_id, name: row.team_name },
        category: { id: row.category_id, title: row.category_title },
      })),
      pageInfo: {
        hasNextPage: rows.length > input.first,
        endCursor: last ? cursor(SIGNATURE, last.place, last.id) : null,
      },
    },
  };
}

/** A judge's queue with criteria and own marks. */
export async function readQueue(run: Run, input: { roundId: string; first: number; accountId: string }) {
  const rows = await run('queue', QUEUE, [input.roundId, input.accountId, input.first]);
  const kept = rows.slice(0, input.first);
  const last = kept.at(-1);
  return {
    scoreSheets: {
      nodes: kept.map((row) => ({
        id: row.id,
        state: row.state,
        position: row.position,
        remark: row.remark,
        total: row.total,
        version: row.version,
        updatedAt: row.updated_at,
        entry: {
          id: row.entry_id,
          number: row.number,
          title: row.title,
          category: { id: row.category_id, title: row.category_title },
        },
        criteria: row.criteria,
        marks: row.marks ?? [],
      })),
      pageInfo: {
        hasNextPage: rows.length > input.first,
        endCursor: last ? cursor(QUEUE_SIGNATURE, last.category_position, last.position, last.id) : null,
      },
    },
  };
}

const RESULT = `select id, computed_at, official from result where id = $1`;
const RANKING = `select r.id, r.total_text, r.category_rank, r.overall_rank, r.spread, e.id as entry_id, e.number, e.title, t.id as team_id, t.name as team_name, c.id as category_id, c.title as category_title, a.id as award_id, a.title as award_title
  from result_row r join entry e on e.id = r.entry_id join team t on t.id = e.team_id join category c on c.id = r.category_id left join award_rule a on a.id = r.award_id
  where r.result_id = $1 order by c.position, r.category_rank nulls last, r.id limit 10000`;

/** A ranking, whole. */
export async function readRanking(run: Run, input: { resultId: string }) {
  const [result] = await run('result', RESULT, [input.resultId]);
  if (!result) return { result: null };
  const rows = await run('ranking', RANKING, [input.resultId]);
  return {
    result: {
      id: result.id,
      computedAt: result.computed_at,
      official: result.official,
      rows: rows.map((row) => ({
        id: row.id,
        total: row.total_text,
        categoryRank: row.category_rank,
        overallRank: row.overall_rank,
        spread: row.spread,
        entry: {
          id: row.entry_id,
          number: row.number,
          title: row.title,
          team: { id: row.team_id, name: row.team_name },
        },
        category: { id: row.category_id, title: row.category_title },
        award: row.award_id === null ? null : { id: row.award_id, title: row.award_title },
      })),
    },
  };
}

const ENTRY = `select e.*, k.year, k.title as edition_title, k.state as edition_state, c.code, c.title as category_title, t.number as team_number, t.name as team_name, t.intro, s.mean, s.sheets,
  (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'position', a.position, 'file', json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size)) order by a.position, a.id), '[]'::json) from attachment a join stored_file f on f.id = a.file_id where a.entry_id = e.id) as attachments,
  (select coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'submittedAt', v.submitted_at, 'submittedByName', p.name) order by v.number desc), '[]'::json) from entry_revision v left join account p on p.id = v.submitted_by_id where v.entry_id = e.id) as revisions,
  (select coalesce(json_agg(json_build_object('id', n.id, 'field', n.field, 'text', n.text, 'authorName', p.name, 'createdAt', n.created_at, 'resolved', n.resolved) order by n.created_at desc, n.id), '[]'::json) from screening_note n left join account p on p.id = n.author_id where n.entry_id = e.id) as notes
  from entry e join competition k on k.id = e.competition_id join category c on c.id = e.category_id join team t on t.id = e.team_id
  cross join lateral (select round(avg(total), 2)::text as mean, count(*)::int as sheets from score_sheet where entry_id = e.id and state in ('SUBMITTED', 'LOCKED')
    and round_id = (select id from round where competition_id = e.competition_id and state <> 'PLANNED' order by position desc limit 1)) s
  where e.id = $1`;

/** One entry, whole. */
export async function readEntry(run: Run, input: { id: string }) {
  const [row] = await run('entry', ENTRY, [input.id]);
  if (!row) return { entry: null };
  return {
    entry: {
      id: row.id,
      number: row.number,
      title: row.title,
      titleEn: row.title_en,
      applicantKind: row.applicant_kind,
      summary: row.summary,
      summaryEn: row.summary_en,
      need: row.need,
      activities: row.activities,
      innovation: row.innovation,
      replicability: row.replicability,
      results: row.results,
      plan: row.plan,
      budget: row.budget,
      budgetTotal: row.budget_total,
      beneficiaries: row.beneficiaries,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      state: row.state,
      stateReason: row.state_reason,
      submittedAt: row.submitted_at,
      resubmitUntil: row.resubmit_until,
      factsActiveMonths: row.facts_active_months,
      factsMembers: row.facts_members,
      factsMinutes: row.facts_minutes,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      version: row.version,
      meanScore: row.mean,
      sheetsSubmitted: row.sheets,
      competition: {
        id: row.competition_id,
        year: row.year,
        title: row.edition_title,
        state: row.edition_state,
      },
      category: { id: row.category_id, code: row.code, title: row.category_title },
      team: { id: row.team_id, number: row.team_number, name: row.team_name, intro: row.intro },
      attachments: row.attachments,
      revisions: row.revisions,
      screeningNotes: row.notes,
    },
  };
}

/** Where an edition stands: everything is made in the database, but for the pace. */
export async function readDashboard(run: Run, input: { competitionId: string }) {
  const [row] = await run('dashboard', DASHBOARD.replaceAll('EDITION', '$1'), [input.competitionId]);
  return { competitionDashboard: row?.dashboard ?? null };
}
