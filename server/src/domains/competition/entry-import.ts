import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { EntryContent } from '@xinghuo/shared/competition/entry';
import { sql } from 'kysely';
import { asSql } from '../../platform/access/condition.ts';
import { defineImport, type ImportCheck, type ImportRow } from '../../platform/imports/index.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { Account } from '../identity/index.ts';
import { Team } from '../teams/index.ts';
import { Category } from './category.entity.ts';
import { Competition } from './competition.entity.ts';
import { runsCompetition } from './entry.conditions.ts';
import { Entry } from './entry.entity.ts';
import { applyContent } from './entry.rules.ts';
import { type EntryRow, entrySheet } from './entry-sheet.ts';

interface Known {
  readonly editions: ReadonlyMap<number, { readonly id: string; readonly state: string }>;
  readonly teams: ReadonlyMap<
    string,
    { readonly id: string; readonly state: string; readonly applicantKind: string }
  >;
  readonly categories: ReadonlyMap<string, string>;
}

async function known(
  rows: readonly ImportRow<EntryRow>[],
  { query, viewer }: Pick<ImportCheck, 'query' | 'viewer'>,
): Promise<Known> {
  const numbers = JSON.stringify([...new Set(rows.map(({ values }) => values.teamNumber))]);
  const editions = await query(
    sql<{
      id: string;
      year: number;
      state: string;
    }>`select e.id, e.year, e.state from competition e where ${asSql(runsCompetition(viewer, sql<string>`e.id`))}`,
  );
  const teams = await query(
    sql<{
      id: string;
      number: string;
      state: string;
      applicantKind: string;
    }>`select id, number, state, applicant_kind as "applicantKind" from team where number in (select jsonb_array_elements_text(${numbers}::jsonb))`,
  );
  const categories = await query(
    sql<{ id: string; key: string }>`select id, competition_id || ':' || code as key from category`,
  );
  return {
    editions: new Map(editions.map((edition) => [edition.year, edition])),
    teams: new Map(teams.map((team) => [team.number, team])),
    categories: new Map(categories.map(({ id, key }) => [key, id])),
  };
}

/** Entries of the same team and edition under the same title, whatever the category, by edition, team and title. */
async function present(
  tx: Pick<ImportCheck, 'query'>,
  rows: readonly ImportRow<EntryRow>[],
): Promise<ReadonlyMap<string, { id: string; state: string }>> {
  const keys = rows.map(({ values }) => ({
    year: values.year,
    team: values.teamNumber,
    title: values.title,
  }));
  const found = await tx.query(
    sql<{
      key: string;
      id: string;
      state: string;
    }>`select g.year || ':' || g.team || ':' || g.title as key, e.id, e.state
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as g(year int, team text, title text)
      join competition c on c.year = g.year join team t on t.number = g.team
      join entry e on e.competition_id = c.id and e.team_id = t.id and e.state <> 'WITHDRAWN'
        and regexp_replace(search_text(e.title), '[[:space:]]+', '', 'g') = regexp_replace(search_text(g.title), '[[:space:]]+', '', 'g')`,
  );
  return new Map(found.map(({ key, id, state }) => [key, { id, state }]));
}

const keyOf = ({ year, teamNumber, title }: EntryRow): string => `${year}:${teamNumber}:${title}`;

/** Entries from a sheet, as drafts: their teams attach the plan and submit. Known by edition, team number and title. */
defineImport<EntryRow>({
  kind: 'entries',
  permission: 'entry.screen',
  sheet: entrySheet,
  async check(rows, context, log) {
    const { editions, teams } = await known(rows, context);
    const drafts = await present(context, rows);
    const first = new Map<string, number>();
    for (const { row, values } of rows) {
      const plain = keyOf({
        ...values,
        title: values.title.normalize('NFKC').toLowerCase().replace(/\s+/g, ''),
      });
      const firstRow = first.get(plain);
      if (firstRow !== undefined) log.add(row, 'title', 'ROW_DUPLICATE_KEY', () => ({ firstRow }));
      else first.set(plain, row);
      const edition = editions.get(values.year);
      if (!edition) log.add(row, 'year', 'CELL_NOT_IN_LIST', () => ({ nearest: null }));
      else if (edition.state !== 'OPEN' && edition.state !== 'SCREENING')
        log.add(row, 'year', 'ROW_NOT_ALLOWED', () => ({ state: edition.state }));
      const team = teams.get(values.teamNumber);
      if (!team) log.add(row, 'teamNumber', 'CELL_NOT_IN_LIST', () => ({ nearest: null }));
      else if (team.state !== 'ACTIVE')
        log.add(row, 'teamNumber', 'ROW_NOT_ALLOWED', () => ({ state: team.state }));
      const draft = drafts.get(keyOf(values));
      if (draft && draft.state !== 'DRAFT')
        log.add(row, 'title', 'ROW_NOT_ALLOWED', () => ({ state: draft.state }));
    }
  },
  async apply(tx, rows) {
    const query = tx.query.bind(tx);
    const facts = await known(rows, { query, viewer: tx.viewer });
    const drafts = await present({ query }, rows);
    const entries = await tx.em.find(
      Entry,
      { id: { $in: [...drafts.values()].map(({ id }) => id) } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    let created = 0;
    let updated = 0;
    for (const { values } of rows) {
      const draft = byId.get(drafts.get(keyOf(values))?.id ?? '');
      if (!draft) {
        create(tx, values, facts);
        created += 1;
      } else if (change(tx, draft, values, facts)) updated += 1;
    }
    return { created, updated, unchanged: rows.length - created - updated };
  },
});

/** The content a row brings; what is empty is left out. */
function contentOf(values: EntryRow): Partial<EntryContent> {
  const {
    title,
    titleEn,
    summary,
    summaryEn,
    need,
    activities,
    innovation,
    replicability,
    results,
    contactName,
    contactPhone,
  } = values;
  const given = {
    title,
    titleEn,
    summary,
    summaryEn,
    need,
    activities,
    innovation,
    replicability,
    results,
    contactName,
    contactPhone,
    plan: values.plan,
    budget: values.budget,
    beneficiaries: values.beneficiaries,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function categoryId(values: EntryRow, facts: Known): string {
  return facts.categories.get(`${facts.editions.get(values.year)?.id}:${values.category}`) ?? '';
}

function create(tx: Tx, values: EntryRow, facts: Known): void {
  const team = facts.teams.get(values.teamNumber);
  const entry = tx.em.create(Entry, {
    title: values.title,
    competition: tx.em.getReference(Competition, facts.editions.get(values.year)?.id ?? ''),
    category: tx.em.getReference(Category, categoryId(values, facts)),
    team: tx.em.getReference(Team, team?.id ?? ''),
    applicantKind: values.applicantKind ?? (team?.applicantKind as Entry['applicantKind']),
    plan: [],
    budget: [],
    beneficiaries: [],
    budgetTotal: '0.00',
    createdBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
  });
  applyContent(entry, contentOf(values));
}

function change(tx: Tx, entry: Entry, values: EntryRow, facts: Known): boolean {
  const content = contentOf(values);
  const differs = (Object.keys(content) as (keyof EntryContent)[]).some(
    (field) => !isDeepStrictEqual(content[field], entry[field]),
  );
  const category = categoryId(values, facts);
  const kind = values.applicantKind ?? entry.applicantKind;
  if (!differs && category === entry.category.id && kind === entry.applicantKind) return false;
  applyContent(entry, content);
  entry.applicantKind = kind;
  if (category !== entry.category.id) tx.em.assign(entry, { category });
  return true;
}
