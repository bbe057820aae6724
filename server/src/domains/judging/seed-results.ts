import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { preparedUseCase, useCase } from '../../platform/write/use-case.ts';
import { computeRules, fingerprintNow } from './compute-result.ts';
import { resultFacts } from './result-input.ts';
import type { SeedEdition } from './seed-facts.ts';
import { storeResults } from './store-result.ts';

interface Scope {
  readonly competitionId: string;
  readonly roundId: string | null;
  readonly frozen: boolean;
}

/** Computes and stores a result of an edition that is over: the same computation as the office's own step. */
const store = preparedUseCase(
  'resultsSeed',
  async (read, { competitionId, roundId }: Scope) => {
    const facts = await resultFacts(read, competitionId, roundId);
    if (!facts) throw new Error('the edition vanished while it was loaded');
    return computeRules(facts);
  },
  async (tx, { competitionId, roundId, frozen }, computed) => {
    tx.subject = { type: 'Competition', id: competitionId };
    const fingerprint = await fingerprintNow(tx, competitionId, roundId);
    const ids = await storeResults(tx, computed, { frozen, fingerprint });
    return { official: ids[0] ?? '' };
  },
);

/** Stores a result as of an instant; frozen ones put their awards on the entries. */
export function seedResult(run: SeedRun, scope: Scope, at: Date): Promise<{ readonly official: string }> {
  return run.run(store, scope, { at });
}

/** The best of each category by a stored result: who went on to the final. */
export async function best(run: SeedRun, result: string, perCategory: number): Promise<readonly string[]> {
  const rows = await run.read<{ entry: string }>(
    sql`select entry_id as entry from (select r.entry_id, row_number() over (partition by r.category_id order by r.category_rank, r.entry_id) as place from result_row r where r.result_id = ${result}) ranked where place <= ${perCategory} order by entry_id`,
  );
  return rows.map(({ entry }) => entry);
}

/** An entry's place by a stored result. */
interface Placed {
  readonly entry: string;
  readonly category: string;
  readonly rank: number;
  readonly award: string | null;
}

const storeDecisions = useCase(
  'deliberationsSeed',
  async (tx, { edition, rows }: { readonly edition: SeedEdition; readonly rows: readonly object[] }) => {
    const stored = await tx.execute(
      sql`insert into deliberation (id, created_at, updated_at, version, competition_id, entry_id, from_award_id, to_award_id, reason, at)
        select g.id, ${tx.now}::timestamptz, ${tx.now}::timestamptz, 1, ${edition.id}::uuid, g.entry, g."from", g."to", g.reason, ${tx.now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, entry uuid, "from" uuid, "to" uuid, reason text)`,
      { type: 'Deliberation', id: edition.id, kind: 'create', after: { rows: [...rows] } },
    );
    return { stored };
  },
);

/** In two categories a silver and a bronze project change places; some bronze ones are nominated for an award over all. */
export async function seedDeliberation(
  run: SeedRun,
  edition: SeedEdition,
  result: string,
  at: Date,
): Promise<void> {
  const { deliberation } = await givenDocument<{
    readonly deliberation: readonly { readonly move: string; readonly reason: string }[];
  }>('remarks.json');
  const placed = await run.read<Placed>(
    sql`select r.entry_id as entry, r.category_id as category, r.category_rank as rank, r.award_id as award from result_row r join category c on c.id = r.category_id where r.result_id = ${result} order by c.position, r.category_rank`,
  );
  const reasons = (move: string): string[] =>
    deliberation.filter((one) => one.move === move).map(({ reason }) => reason);
  const [up, down, special] = [reasons('UP'), reasons('DOWN'), reasons('SPECIAL')];
  const ranked = [...Map.groupBy(placed, ({ category }) => category).values()];
  const rows: object[] = [];
  const decide = (
    entry: Placed | undefined,
    to: string | null | undefined,
    reason: string | undefined,
  ): void => {
    if (entry && to && reason) rows.push({ id: uuidv7(), entry: entry.entry, from: entry.award, to, reason });
  };
  for (const [i, place] of [1, 6].entries()) {
    const own = ranked[place] ?? [];
    // The line below the second award: one goes down, the next one up.
    const line = own.findIndex((one, at) => at > 0 && one.award !== null && own[at + 1]?.award !== one.award);
    const [above, below] = [own[line], own[line + 1]];
    if (!below?.award) continue;
    decide(above, below.award, down[i]);
    decide(below, above?.award, up[i * 2]);
  }
  const nominated = edition.awards.filter(({ scope }) => scope === 'NOMINATED').at(-1);
  for (const place of [0, 4, 7]) {
    const own = ranked[place] ?? [];
    decide(own.find(({ award }) => award === null) ?? own.at(-1), nominated?.id, special[1]);
  }
  await run.run(storeDecisions, { edition, rows }, { at });
}

const storeObjections = useCase(
  'objectionsSeed',
  async (tx, { edition, rows }: { readonly edition: SeedEdition; readonly rows: readonly object[] }) => {
    const stored = await tx.execute(
      sql`insert into objection (id, created_at, updated_at, version, competition_id, entry_id, author, contact, text, state, decision, decided_at)
        select g.id, g.at, g."decidedAt", 2, ${edition.id}::uuid, g.entry, g.author, g.contact, g.text, g.state, g.decision, g."decidedAt"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, at timestamptz, "decidedAt" timestamptz, entry uuid, author text, contact text, text text, state text, decision text)`,
      { type: 'Objection', id: edition.id, kind: 'create', after: { rows: rows.length } },
    );
    return { stored };
  },
);

/** Objections whose decision changed no award: what the others say would have to show in the result. */
const WITHOUT_EFFECT = ['ELIGIBILITY', 'DATA', 'ORIGINALITY', 'SCORE', 'PRIVACY', 'PROCEDURE'];
const AUTHORS = ['陈女士', '社区居民', '旁听观众', '参赛队伍负责人', '李女士', '参赛队伍负责人'];

/** Objections of the public notice, each decided within three days. */
export async function seedObjections(run: SeedRun, edition: SeedEdition): Promise<void> {
  const { objections } = await givenDocument<{
    readonly objections: readonly {
      readonly kind: string;
      readonly text: string;
      readonly evidence: string;
      readonly decision: string;
      readonly outcome: string;
    }[];
  }>('remarks.json');
  // Two of them speak of the final, one of marks far below those of the documents: that must be true of their entries.
  const finalists = await run.read<{ entry: string }>(
    sql`select row.entry_id as entry from result_row row join result r on r.id = row.result_id
      where r.competition_id = ${edition.id} and r.round_id is null and r.official and row.round_scores -> -1 ->> 'score' is not null
      order by (row.round_scores -> -1 ->> 'score')::numeric - (row.round_scores -> 0 ->> 'score')::numeric, row.entry_id limit 2`,
  );
  const ofFinal = new Map([
    ['SCORE', finalists[0]?.entry],
    ['PROCEDURE', finalists[1]?.entry],
  ]);
  const span = edition.publicityEndsAt.getTime() - edition.publicityStartsAt.getTime();
  const rows = objections
    .filter(({ kind }) => WITHOUT_EFFECT.includes(kind))
    .map(({ kind, text, evidence, decision, outcome }, i) => {
      const at = new Date(edition.publicityStartsAt.getTime() + (span * (i + 0.5)) / 8);
      return {
        id: uuidv7(),
        entry: ofFinal.get(kind) ?? edition.entries[(i * 11 + 2) % edition.entries.length]?.id ?? null,
        author: AUTHORS[i % AUTHORS.length],
        contact: `0555-12003${String(10 + i)}`,
        text: `${text}（依据：${evidence}）`,
        state: outcome === 'REJECTED' ? 'DISMISSED' : 'UPHELD',
        decision,
        at,
        decidedAt: new Date(at.getTime() + (1 + (i % 3)) * 86_400_000),
      };
    });
  await run.run(storeObjections, { edition, rows }, { at: edition.publicityEndsAt });
}

/** One released remark is kept from its entrant, so that the page shows how that is recorded. */
export const withholdSeed = useCase(
  'remarksWithheldSeed',
  async (tx, { edition, reason }: { readonly edition: SeedEdition; readonly reason: string }) => {
    const [chosen] = await tx.query<{ sheet: string }>(
      sql`select s.id as sheet from score_sheet s join round r on r.id = s.round_id join entry e on e.id = s.entry_id join judge j on j.id = s.judge_id
        where r.competition_id = ${edition.id} and s.state = 'LOCKED' and s.remark_released order by r.position, e.number, j.number limit 1`,
    );
    if (!chosen) return { withheld: 0 };
    const withheld = await tx.execute(
      sql`insert into withheld_remark (id, sheet_id, reason, at) values (${uuidv7()}, ${chosen.sheet}, ${reason}, ${tx.now})`,
      { type: 'WithheldRemark', id: chosen.sheet, kind: 'create', after: { sheet: chosen.sheet, reason } },
    );
    return { withheld };
  },
);

/** The awards are final: every judged entry reaches its last state. */
export const finishSeed = useCase(
  'entriesFinishSeed',
  async (tx, { edition }: { readonly edition: SeedEdition }) => {
    const finished = await tx.execute(
      sql`update entry set state = case when award_id is null then 'NOT_AWARDED' else 'AWARDED' end, version = version + 1, updated_at = ${tx.now}
      where competition_id = ${edition.id} and state in ('IN_REVIEW', 'ADVANCED', 'ELIMINATED')`,
      {
        type: 'Entry',
        id: edition.id,
        kind: 'update',
        after: { competition: edition.id, state: 'AWARDED, NOT_AWARDED' },
      },
    );
    return { finished };
  },
);
