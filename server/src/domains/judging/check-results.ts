import { ANALYSIS_VERSION, type AnalysisSettings } from '@xinghuo/shared/judging/analysis/types';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import { type EntryStanding, standingElsewhere } from '@xinghuo/shared/judging/publication/publication';
import { verifyBundle } from '@xinghuo/shared/judging/scoring/bundle';
import { sameStanding } from '@xinghuo/shared/judging/scoring/competition-result';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';
import { sql } from 'kysely';
import type { Finding } from '../../platform/domain.ts';
import type { RunSql } from '../../platform/read/reader.ts';
import type { ResultAnswer } from './engine-thread.ts';
import { runResult } from './run-engine.ts';

interface Stored {
  readonly id: string;
  readonly inputs: string;
  readonly inputsDigest: string;
  readonly resultDigest: string;
  readonly analysisSettings: string | null;
  readonly analysisDigest: string | null;
  readonly rows: readonly EntryStanding[];
  readonly publication: {
    readonly digest: string;
    readonly bundle: string;
    /** Codes by entry id. */
    readonly codes: Readonly<Record<string, string>>;
  } | null;
}
/** The settings of an analysis that these engines can repeat: those of another version may come to other figures. */
function repeatable(settings: string | null): AnalysisSettings | null {
  const read = settings === null ? null : (JSON.parse(settings) as AnalysisSettings);
  return read?.version === ANALYSIS_VERSION ? read : null;
}

/** Computes a stored input again; null when it cannot be computed any more. */
async function recompute({ inputs, analysisSettings }: Stored): Promise<ResultAnswer | null> {
  try {
    return await runResult({
      inputs: [JSON.parse(inputs) as CompetitionInput],
      settings: repeatable(analysisSettings),
    });
  } catch (error) {
    if (error instanceof JudgingInputError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function compare(stored: Stored, answer: ResultAnswer | null): readonly Finding[] {
  const finding = (rule: string, detail: string): Finding => ({ rule, id: stored.id, detail });
  const computed = answer?.results[0];
  if (!computed) return [finding('result.inputs', 'its stored inputs cannot be computed')];
  const { result } = computed;
  const found: Finding[] = [];
  if (result.inputsDigest !== stored.inputsDigest) {
    found.push(
      finding(
        'result.inputs',
        `inputs digest ${stored.inputsDigest} stored, ${result.inputsDigest} computed`,
      ),
    );
  }
  if (result.resultDigest !== stored.resultDigest) {
    found.push(
      finding(
        'result.digest',
        `result digest ${stored.resultDigest} stored, ${result.resultDigest} computed`,
      ),
    );
  }
  const digest = answer?.analysis?.digest;
  if (digest !== undefined && digest !== stored.analysisDigest) {
    found.push(
      finding('result.analysis', `analysis digest ${stored.analysisDigest} stored, ${digest} computed`),
    );
  }
  const rows = new Map(stored.rows.map((row) => [row.entry, row]));
  const differs = result.entries.filter((row) => !sameStanding(rows.get(row.entry), row));
  if (differs.length > 0 || rows.size !== result.entries.length) {
    found.push(
      finding(
        'result.rows',
        `${rows.size} rows stored, ${result.entries.length} computed, ${differs.length} of them differ`,
      ),
    );
  }
  return found;
}

/** What is published with a result: computed again from its own input, and held against the result it stands for. */
function comparePublished({ id, publication, rows }: Stored): readonly Finding[] {
  if (!publication) return [];
  const { digest, bundle, codes } = publication;
  const finding = (rule: string, detail: string): Finding => ({ rule, id, detail });
  try {
    const verified = verifyBundle(JSON.parse(bundle));
    const found: Finding[] = verified.differences.map(({ path }) => finding('publication.bundle', path));
    if (verified.digest !== digest)
      found.push(
        finding('publication.digest', `bundle digest ${digest} stored, ${verified.digest} computed`),
      );
    const moved = standingElsewhere(rows, verified.recomputed.entries, new Map(Object.entries(codes)));
    if (moved.length > 0)
      found.push(finding('publication.standings', `${moved.length} entries stand elsewhere in the bundle`));
    return found;
  } catch (error) {
    if (error instanceof JudgingInputError || error instanceof SyntaxError)
      return [finding('publication.bundle', 'it cannot be read')];
    throw error;
  }
}

/** Computes every stored result again from its stored inputs, and compares digests, totals, places and awards; its bundle too. */
export async function checkResults(read: RunSql): Promise<readonly Finding[]> {
  const results = await read<{ id: string }>(sql`select id from result order by computed_at, id`);
  const findings: Finding[] = [];
  for (const { id } of results) {
    const [stored] = await read<Stored>(
      sql`select t.id, t.inputs, t.inputs_digest as "inputsDigest", t.result_digest as "resultDigest", t.analysis_settings as "analysisSettings", t.analysis_digest as "analysisDigest",
        (select coalesce(json_agg(json_build_object('entry', r.entry_id, 'total', r.total_text, 'categoryRank', r.category_rank, 'overallRank', r.overall_rank, 'award', r.award_id)), '[]'::json)
          from result_row r where r.result_id = t.id) as rows,
        (select json_build_object('digest', p.digest, 'bundle', p.bundle, 'codes', (select coalesce(json_object_agg(e.entry_id, e.code), '{}'::json) from published_entry e where e.publication_id = p.id))
          from result_publication p where p.result_id = t.id) as publication
        from result t where t.id = ${id}`,
    );
    if (stored) findings.push(...compare(stored, await recompute(stored)), ...comparePublished(stored));
  }
  return findings;
}

/** Rules across rows that are looked at again from outside: each query names what breaks one. */
const RULES: readonly {
  readonly rule: string;
  readonly detail: string;
  readonly broken: ReturnType<typeof sql>;
}[] = [
  {
    rule: 'conflict.assignment',
    detail: 'a judge holds an entry they conflict with',
    broken: sql`select a.id from assignment a join conflict c on c.judge_id = a.judge_id and c.entry_id = a.entry_id and c.withdrawn_at is null where a.live`,
  },
  {
    rule: 'sheet.complete',
    detail: 'a submitted sheet lacks the mark of a criterion',
    broken: sql`select s.id from score_sheet s where s.state in ('SUBMITTED', 'LOCKED') and exists (select 1 from criterion c where c.round_id = s.round_id and not exists (select 1 from mark m where m.sheet_id = s.id and m.criterion_id = c.id and m.value is not null))`,
  },
  {
    rule: 'sheet.total',
    detail: 'the total of a submitted sheet is not that of its marks',
    broken: sql`select s.id from score_sheet s where s.state in ('SUBMITTED', 'LOCKED') and abs(s.total - (select sum(c.weight * m.value / c.max) from mark m join criterion c on c.id = m.criterion_id where m.sheet_id = s.id)) > 0.0001`,
  },
  {
    rule: 'sheet.assignment',
    detail: 'an assignment and its sheet disagree',
    broken: sql`select a.id from assignment a left join score_sheet s on s.assignment_id = a.id where s.id is null or a.live = (s.state = 'RECUSED')`,
  },
  {
    rule: 'award.result',
    detail: 'an entry’s award is not that of the publicised result',
    broken: sql`select e.id from result t join result_row r on r.result_id = t.id join entry e on e.id = r.entry_id where t.official and t.round_id is null and t.frozen_at is not null and e.state <> 'DISQUALIFIED' and e.award_id is distinct from r.award_id`,
  },
];

/** Everything of judging that `xinghuo check` verifies. */
export async function checkJudging(read: RunSql): Promise<readonly Finding[]> {
  const findings = [...(await checkResults(read))];
  for (const { rule, detail, broken } of RULES) {
    const rows = await read(broken as ReturnType<typeof sql<{ id: string }>>);
    findings.push(...rows.map(({ id }) => ({ rule, id, detail })));
  }
  return findings;
}
