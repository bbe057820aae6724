import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { EARLIEST_DAY, type ServiceType, TEAM_LIMITS, TEAM_NUMBER } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';

/** What of a team is checked by itself; what is left out is not looked at. */
export interface TeamFacts {
  readonly number?: string | null;
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly intro?: string | null;
  readonly leaderName?: string | null;
  readonly serviceTypes?: readonly ServiceType[] | null;
  readonly founded?: string | null;
  readonly memberCount?: number | null;
  readonly activeMonths?: number | null;
  readonly serviceMinutes?: number | null;
}

/** The calendar day in Asia/Shanghai at an instant, `YYYY-MM-DD`. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** OUT_OF_RANGE when a day lies in the future or before any team could be. */
export function pastDayProblem(path: string, day: string | null | undefined, today: string): Problem | null {
  if (!day || (day <= today && day >= EARLIEST_DAY)) return null;
  return problem('OUT_OF_RANGE', path, { min: EARLIEST_DAY, max: today });
}

/** What is wrong with the facts of a team by themselves. */
export function teamFactProblems(facts: TeamFacts, now: Date): readonly Problem[] {
  const { number, serviceTypes, founded } = facts;
  const today = shanghaiDay(now);
  const found = [
    number !== undefined && number !== null && !TEAM_NUMBER.test(number)
      ? problem('INVALID_FORMAT', 'number', { expected: 'A-Z 0-9 -' })
      : null,
    facts.name === undefined || facts.name === null
      ? null
      : textProblem('name', facts.name, { max: TEAM_LIMITS.name, required: true }),
    textProblem('nameEn', facts.nameEn, { max: TEAM_LIMITS.nameEn }),
    textProblem('intro', facts.intro, { max: TEAM_LIMITS.intro }),
    textProblem('leaderName', facts.leaderName, { max: TEAM_LIMITS.memberName }),
    serviceTypes && serviceTypes.length === 0 ? problem('REQUIRED', 'serviceTypes') : null,
    serviceTypes && serviceTypes.length > TEAM_LIMITS.serviceTypes
      ? problem('TOO_MANY', 'serviceTypes', { max: TEAM_LIMITS.serviceTypes })
      : null,
    serviceTypes && new Set(serviceTypes).size < serviceTypes.length
      ? problem('DUPLICATE', 'serviceTypes')
      : null,
    pastDayProblem('founded', founded, today),
    rangeProblem('memberCount', facts.memberCount, 0, TEAM_LIMITS.members),
    rangeProblem('activeMonths', facts.activeMonths, 0, TEAM_LIMITS.activeMonths),
    rangeProblem('serviceMinutes', facts.serviceMinutes, 0, TEAM_LIMITS.serviceMinutes),
  ];
  return found.filter((one) => one !== null);
}

/** The next free number of the city's own series. Registrations wait for each other here. */
export async function nextTeamNumber(tx: Tx): Promise<string> {
  await tx.query(sql`select pg_advisory_xact_lock(340500001)`);
  const [last] = await tx.query<{ n: number }>(
    sql`select coalesce(max(substr(number, 5)::int), 0) as n from team where number ~ '^3405[0-9]{6}$'`,
  );
  return teamNumber(Number(last?.n ?? 0) + 1);
}

/** The n-th number of the city's own series: its statistical code and six digits. */
export function teamNumber(n: number): string {
  return `3405${String(n).padStart(6, '0')}`;
}

/** ALREADY_EXISTS when another team has the number. */
export async function numberTaken(tx: Tx, number: string): Promise<Problem | null> {
  await tx.query(sql`select pg_advisory_xact_lock(340500001)`);
  const [taken] = await tx.query<{ id: string }>(sql`select id from team where number = ${number}`);
  return taken ? problem('ALREADY_EXISTS', 'number', { key: number }) : null;
}
