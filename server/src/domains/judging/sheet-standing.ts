import type { EntityMetadata } from '@mikro-orm/core';
import { type RawBuilder, sql } from 'kysely';
import { type Row, rowOf } from '../../platform/read/row.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { ScoreSheet } from './assignment.entity.ts';
import { type SheetStanding, sheetStanding } from './score-sheet.read.ts';

/** A criterion of the sheet's round with the mark given so far. */
export interface MarkedCriterion {
  readonly id: string;
  readonly weight: string;
  readonly max: string;
  readonly step: string;
  readonly value: string | null;
  /** Null while there is no mark. */
  readonly comment: string | null;
}

/** What decides about a step on a sheet: its round, its deadline, its criteria and the marks so far. */
export interface SheetFacts {
  readonly standing: SheetStanding;
  readonly criteria: readonly MarkedCriterion[];
  /** Sheets of the round that the judge began before; 0 once this one is begun. */
  readonly begun: number;
}

/** The facts as the database tells them: what the marks tell is counted from them. */
interface StoredFacts extends Omit<SheetFacts, 'standing'> {
  readonly standing: Omit<SheetStanding, 'criteria' | 'marked'>;
}

/** The facts of a sheet as one value. `json`, not `jsonb`: it is only read, and costs a third less to put together. */
export function sheetFacts(row: Row): RawBuilder<StoredFacts> {
  return sql`json_build_object('standing', ${sheetStanding(row, 'round')}, 'criteria',
    (select coalesce(json_agg(json_build_object('id', c.id, 'weight', c.weight::text, 'max', c.max::text, 'step', c.step::text, 'value', m.value::text, 'comment', m.comment) order by c.position), '[]'::json)
      from criterion c left join mark m on m.criterion_id = c.id and m.sheet_id = ${row.id} where c.round_id = ${row.col('round')}),
    'begun', case when ${row.col('openedOrder')} is null then (select count(*) from score_sheet earlier where earlier.judge_id = ${row.col('judge')} and earlier.round_id = ${row.col('round')} and earlier.opened_order is not null) else 0 end)`;
}

/** The stored facts with the marks counted. */
export function counted(facts: StoredFacts): SheetFacts {
  const { criteria } = facts;
  const marked = criteria.filter(({ value }) => value !== null).length;
  return { ...facts, standing: { ...facts.standing, criteria: criteria.length, marked } };
}

/** The facts of a sheet that is already loaded. */
export async function standingOf(tx: Tx, sheetId: string): Promise<SheetFacts> {
  const row = rowOf(tx.em.getMetadata().get(ScoreSheet) as EntityMetadata, 't0');
  const [found] = await tx.query<{ facts: StoredFacts }>(
    sql`select ${sheetFacts(row)} as facts from score_sheet t0 where t0.id = ${sheetId}`,
  );
  if (!found) throw new Error('the sheet is locked by this transaction and cannot vanish');
  return counted(found.facts);
}
