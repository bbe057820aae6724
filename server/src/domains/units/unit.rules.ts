import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { textListProblems, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { UNIT_LIMITS } from '@xinghuo/shared/units/unit';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';

/** The texts of a unit as they come in; what is left out is not looked at. */
export interface UnitTexts {
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly duties?: readonly string[] | null;
  readonly liaisonName?: string | null;
}

/** What is wrong with the texts of a unit. */
export function unitTextProblems(texts: UnitTexts): readonly Problem[] {
  const found = [
    texts.name === undefined || texts.name === null
      ? null
      : textProblem('name', texts.name, { max: UNIT_LIMITS.name, required: true }),
    textProblem('nameEn', texts.nameEn, { max: UNIT_LIMITS.nameEn }),
    textProblem('liaisonName', texts.liaisonName, { max: UNIT_LIMITS.liaisonName }),
    ...textListProblems('duties', texts.duties ?? [], {
      max: UNIT_LIMITS.duty,
      required: true,
      count: UNIT_LIMITS.dutyCount,
    }),
  ];
  return found.filter((one) => one !== null);
}

/** ALREADY_EXISTS when another unit has the name. Two writers of one name wait for each other. */
export async function nameTaken(tx: Tx, name: string, except: string | null): Promise<Problem | null> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`unit:${name}`}, 0))`);
  const [taken] = await tx.query<{ id: string }>(
    sql`select id from unit where name = ${name} and id is distinct from ${except}::uuid`,
  );
  return taken ? problem('ALREADY_EXISTS', 'name', { key: name }) : null;
}
