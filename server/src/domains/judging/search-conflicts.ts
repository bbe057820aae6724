import { COMMON_MAIL_DOMAINS, phoneDigits } from '@xinghuo/shared/judging/domain/contact-match';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import type { Tx } from '../../platform/write/tx.ts';

/** A pair that shares something, with what it is, and the judge's sheet if it is in already. */
export interface FoundConflict {
  readonly judge: string;
  readonly entry: string;
  readonly finding: string;
  readonly submitted: string | null;
}

/** Entries that a search for conflicts looks at, by the aliases `e` (entry) and `r` (the round). */
const ENTERED = sql`e.state not in ('DRAFT', 'WITHDRAWN', 'INELIGIBLE')`;

/** The key of a telephone number as it is compared: the number itself is kept with no judge. */
export function phoneKey(tx: Tx, phone: string | null | undefined): string | null {
  const digits = phoneDigits(phone ?? '');
  return digits === null ? null : tx.digest(`phone:${digits}`);
}

/** Pairs whose telephone numbers are equal, found by keyed digest. */
async function samePhone(tx: Tx, roundId: string): Promise<readonly { judge: string; entry: string }[]> {
  const judges = await tx.query<{ id: string; key: string }>(
    sql`select j.id, j.phone_hash as key from judge j join round r on r.competition_id = j.competition_id where r.id = ${roundId} and j.phone_hash is not null`,
  );
  if (judges.length === 0) return [];
  const byKey = Map.groupBy(judges, ({ key }) => key);
  const entries = await tx.query<{ id: string; phone: string }>(
    sql`select e.id, e.contact_phone as phone from entry e join round r on r.competition_id = e.competition_id where r.id = ${roundId} and ${ENTERED} and e.contact_phone <> ''`,
  );
  return entries.flatMap(({ id, phone }) =>
    (byKey.get(phoneKey(tx, phone) ?? '') ?? []).map((judge) => ({ judge: judge.id, entry: id })),
  );
}

/** The part of an address that names an organisation; null for the providers that everybody uses. */
function mailDomain(address: Sql): Sql {
  const domain = sql`lower(split_part(${address}, '@', 2))`;
  return sql`case when ${domain} <> '' and ${domain} not in (${sql.join(COMMON_MAIL_DOMAINS.map((one) => sql`${one}::text`))}) then ${domain} end`;
}

/**
 * Pairs of the edition that share something: the judge's unit, now or earlier, hosts the team; the judge's account (or
 * address) leads it, is or was its member, wrote the entry or another one of the team; telephone or mail domain are the
 * same. Whoever wrote an entry without belonging to the team (the office, importing a sheet) lends it no mail domain. The
 * weightiest finding of a pair is told. Pairs on record already, withdrawn ones included, are left alone.
 */
export async function searchConflicts(tx: Tx, roundId: string): Promise<readonly FoundConflict[]> {
  const phones = JSON.stringify(await samePhone(tx, roundId));
  return tx.query<FoundConflict>(sql`
    with judging as (
      select j.id, j.unit_id, j.competition_id, j.email, coalesce(j.account_id, (select a.id from account a where a.email = j.email)) as account_id
      from judge j join round r on r.competition_id = j.competition_id where r.id = ${roundId} and j.state <> 'WITHDRAWN'
    ), entered as (
      select e.id, e.created_by_id, t.id as team_id, t.unit_id from entry e join round r on r.competition_id = e.competition_id join team t on t.id = e.team_id
      where r.id = ${roundId} and ${ENTERED}
    ), worked as (
      select f.judge_id, f.unit_id from judge_former_unit f
      union select j.id, earlier.unit_id from judging j join judge earlier on earlier.unit_id is not null and earlier.competition_id <> j.competition_id
        and (earlier.email = j.email or earlier.account_id = j.account_id)
    ), people as (
      select e.id as entry, g.account_id from entered e join role_grant g on g.role = 'TEAM_LEADER' and g.scope_id = e.team_id
      union select e.id, m.account_id from entered e join team_member m on m.team_id = e.team_id and m.until is null and m.account_id is not null
    ), reached as (
      select p.entry, ${mailDomain(sql`a.email`)} as domain from people p join account a on a.id = p.account_id
    ), shared as (
      select j.id as judge, e.id as entry, 'SAME_UNIT' as finding, 1 as place from judging j join entered e on e.unit_id = j.unit_id
      union all select j.id, e.id, 'TEAM_LEADER', 2 from judging j join role_grant g on g.account_id = j.account_id and g.role = 'TEAM_LEADER' join entered e on e.team_id = g.scope_id
      union all select j.id, e.id, 'TEAM_MEMBER', 3 from judging j join team_member m on m.account_id = j.account_id and m.until is null join entered e on e.team_id = m.team_id
      union all select j.id, e.id, 'ENTRY_AUTHOR', 4 from judging j join entered e on e.created_by_id = j.account_id
      union all select w.judge_id, e.id, 'FORMER_UNIT', 5 from worked w join judging j on j.id = w.judge_id join entered e on e.unit_id = w.unit_id
      union all select j.id, e.id, 'FORMER_MEMBER', 6 from judging j join team_member m on m.account_id = j.account_id and m.until is not null join entered e on e.team_id = m.team_id
      union all select j.id, e.id, 'PAST_ENTRY', 7 from judging j join entry past on past.created_by_id = j.account_id and past.competition_id <> j.competition_id join entered e on e.team_id = past.team_id
      union all select p.judge, p.entry, 'SAME_PHONE', 8 from jsonb_to_recordset(${phones}::jsonb) as p(judge uuid, entry uuid) join judging j on j.id = p.judge
      union all select j.id, d.entry, 'SAME_MAIL_DOMAIN', 9 from judging j join reached d on d.domain = ${mailDomain(sql`j.email`)}
    )
    select distinct on (s.judge, s.entry) s.judge, s.entry, s.finding,
      (select sheet.id from score_sheet sheet where sheet.judge_id = s.judge and sheet.entry_id = s.entry and sheet.state in ('SUBMITTED', 'LOCKED') limit 1) as submitted
    from shared s where not exists (select 1 from conflict c where c.judge_id = s.judge and c.entry_id = s.entry)
    order by s.judge, s.entry, s.place`);
}
