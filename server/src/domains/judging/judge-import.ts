import { LockMode, ref } from '@mikro-orm/core';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { PHONE } from '@xinghuo/shared/competition/entry-rules';
import { JUDGE_LIMITS } from '@xinghuo/shared/judging/domain/judge';
import { sql } from 'kysely';
import { asSql } from '../../platform/access/condition.ts';
import {
  assignChanged,
  defineImport,
  type ImportCheck,
  type ImportRow,
} from '../../platform/imports/index.ts';
import { days, defineSheet, integer, mail, manyOf, type RowOf, text } from '../../platform/sheets/index.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { Competition, runsCompetition } from '../competition/index.ts';
import { Unit, unitReferences } from '../units/index.ts';
import { DEFAULT_CAPACITY } from './change-judges.ts';
import { Judge, JudgeFormerUnit } from './judge.entity.ts';
import { phoneKey } from './search-conflicts.ts';

const keeps = { zh: '已有评委留空则不改', en: 'Empty: what is known stays' };

/** The sheet of judges. */
const judgeSheet = defineSheet({
  name: { zh: '评委', en: 'Judges' },
  columns: [
    {
      key: 'year',
      zh: '届次',
      en: 'Edition',
      required: true,
      parse: integer({ min: 2000, max: 2100 }),
      example: '2026',
    },
    {
      key: 'email',
      zh: '邮箱',
      en: 'E-mail',
      required: true,
      parse: mail(),
      example: 'pingwei@example.cn',
      width: 28,
    },
    {
      key: 'name',
      zh: '姓名',
      en: 'Name',
      required: true,
      parse: text({ max: JUDGE_LIMITS.name }),
      example: '汪立筠',
    },
    {
      key: 'nameEn',
      zh: '英文姓名',
      en: 'Name in English',
      required: false,
      parse: text({ max: JUDGE_LIMITS.nameEn }),
      example: 'Wang Lijun',
      note: keeps,
    },
    {
      key: 'organisation',
      zh: '工作单位',
      en: 'Organisation',
      required: false,
      parse: text({ max: JUDGE_LIMITS.organisation }),
      example: '马鞍山市社会工作协会',
      note: keeps,
      width: 28,
    },
    {
      key: 'title',
      zh: '职务职称',
      en: 'Title',
      required: false,
      parse: text({ max: JUDGE_LIMITS.title }),
      example: '督导部主任',
      note: keeps,
    },
    {
      key: 'unit',
      zh: '所属成员单位',
      en: 'Unit',
      required: false,
      parse: text({ max: 80 }),
      example: '马鞍山市民政局',
      note: { zh: '须已登记；用于自动比对回避', en: 'Must be registered already; conflicts are found by it' },
      width: 28,
    },
    {
      key: 'formerUnits',
      zh: '曾任职单位',
      en: 'Former units',
      required: false,
      parse: text({ max: 400 }),
      example: '马鞍山市教育局',
      note: {
        zh: '须已登记，多个用“、”隔开；用于自动比对回避。已有评委留空则不改',
        en: 'Must be registered already, several with “、”; conflicts are found by them. Empty: what is known stays',
      },
      width: 28,
    },
    {
      key: 'phone',
      zh: '联系电话',
      en: 'Telephone',
      required: false,
      parse: text({
        max: JUDGE_LIMITS.phone,
        pattern: PHONE,
        form: { zh: '电话号码', en: 'Telephone number' },
      }),
      example: '0555-1100207',
      note: {
        zh: '只用于比对回避，不保存号码本身',
        en: 'Only for finding conflicts; the number itself is not kept',
      },
    },
    {
      key: 'expertise',
      zh: '熟悉类别',
      en: 'Expertise',
      required: true,
      parse: manyOf(CATEGORIES, { max: 9 }),
      example: '社会治理、生活服务',
    },
    {
      key: 'capacity',
      zh: '每轮最多评审数',
      en: 'Capacity',
      required: false,
      parse: integer({ min: 0, max: JUDGE_LIMITS.capacity }),
      example: '20',
      note: keeps,
    },
    {
      key: 'availableDays',
      zh: '可到日期',
      en: 'Available days',
      required: false,
      parse: days({ max: JUDGE_LIMITS.availableDays }),
      example: '2026-03-01、2026-03-02',
      note: {
        zh: '轮次在这些日子都不评时，自动分配不安排该评委；不填即每天都可。已有评委留空则不改',
        en: 'A round held on none of these days gives the judge nothing; empty: every day, or what is known stays',
      },
      width: 28,
    },
  ],
  naturalKey: ['year', 'email'],
});
type JudgeRow = RowOf<typeof judgeSheet>;

/** The names in the cell of former units. */
const namesOf = ({ formerUnits }: JudgeRow): readonly string[] =>
  (formerUnits ?? '')
    .split(/[、，,；;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const addressOf = ({ email }: JudgeRow): string => email.trim().toLowerCase();

/** The editions the viewer runs, by year. */
async function editionsOf({
  query,
  viewer,
}: Pick<ImportCheck, 'query' | 'viewer'>): Promise<
  ReadonlyMap<number, { readonly id: string; readonly state: string }>
> {
  const found = await query(
    sql<{
      id: string;
      year: number;
      state: string;
    }>`select k.id, k.year, k.state from competition k where ${asSql(runsCompetition(viewer, sql<string>`k.id`))}`,
  );
  return new Map(found.map((edition) => [edition.year, edition]));
}

/** Judges from a sheet, known by edition and address. Nobody is invited by it. */
defineImport<JudgeRow>({
  kind: 'judges',
  permission: 'judge.manage',
  sheet: judgeSheet,
  async check(rows, context, log) {
    const editions = await editionsOf(context);
    const units = await unitReferences(context.query);
    for (const { row, values } of rows) {
      const edition = editions.get(values.year);
      if (!edition) log.add(row, 'year', 'CELL_NOT_IN_LIST', () => ({ nearest: null }));
      else if (edition.state === 'CLOSED')
        log.add(row, 'year', 'ROW_NOT_ALLOWED', () => ({ state: edition.state }));
      units.check(log, row, 'unit', values.unit);
      for (const name of namesOf(values)) units.check(log, row, 'formerUnits', name);
    }
  },
  async apply(tx, rows) {
    const editions = await editionsOf({ query: tx.query.bind(tx), viewer: tx.viewer });
    const units = await unitReferences(tx.query.bind(tx));
    const groups = Map.groupBy(rows, ({ values }) => editions.get(values.year)?.id ?? '');
    let created = 0;
    let updated = 0;
    for (const [competitionId, group] of groups) {
      const counts = await applyEdition(tx, competitionId, group, (name) =>
        name === null ? null : (units.find(name) ?? null),
      );
      created += counts.created;
      updated += counts.updated;
    }
    return { created, updated, unchanged: rows.length - created - updated };
  },
});

/** Writes the judges of one edition; its row is held, so that numbers are given one after the other. */
async function applyEdition(
  tx: Tx,
  competitionId: string,
  rows: readonly ImportRow<JudgeRow>[],
  unitOf: (name: string | null) => string | null,
): Promise<{ readonly created: number; readonly updated: number }> {
  await tx.query(sql`select id from competition where id = ${competitionId} for update`);
  const present = await tx.em.find(
    Judge,
    { competition: competitionId, email: { $in: rows.map(({ values }) => addressOf(values)) } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const known = new Map(present.map((judge) => [judge.email, judge]));
  const [last] = await tx.query<{ number: number }>(
    sql`select coalesce(max(number), 0) as number from judge where competition_id = ${competitionId}`,
  );
  let number = Number(last?.number ?? 0);
  const former = await formerUnitsOf(tx, present);
  let updated = 0;
  let created = 0;
  for (const { values } of rows) {
    const phoneHash = phoneKey(tx, values.phone);
    const formerIds = [...new Set(namesOf(values).flatMap((one) => unitOf(one) ?? []))];
    const unitId = unitOf(values.unit);
    const { name, nameEn, organisation, title, expertise, capacity, availableDays } = values;
    const judge = known.get(addressOf(values));
    if (!judge) {
      number += 1;
      created += 1;
      const made = tx.em.create(Judge, {
        competition: tx.em.getReference(Competition, competitionId),
        number,
        email: addressOf(values),
        name,
        nameEn,
        organisation,
        title,
        unit: unitId === null ? null : tx.em.getReference(Unit, unitId),
        expertise,
        capacity: capacity ?? DEFAULT_CAPACITY,
        availableDays: availableDays ?? [],
        phoneHash,
      });
      addFormer(tx, made, formerIds);
      continue;
    }
    let changed = assignChanged(judge, {
      name,
      nameEn,
      organisation,
      title,
      expertise,
      capacity,
      availableDays,
      phoneHash,
    });
    const fresh = formerIds.filter((id) => !former.get(judge.id)?.has(id));
    addFormer(tx, judge, fresh);
    changed ||= fresh.length > 0;
    if (unitId !== null && judge.unit?.id !== unitId) {
      judge.unit = ref(Unit, unitId);
      changed = true;
    }
    if (changed) updated += 1;
  }
  return { created, updated };
}

/** The former units that are known of these judges, in one statement. */
async function formerUnitsOf(
  tx: Tx,
  judges: readonly Judge[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = await tx.em.find(JudgeFormerUnit, { judge: { $in: judges.map(({ id }) => id) } });
  return new Map(
    [...Map.groupBy(known, ({ judge }) => judge.id)].map(([id, rows]) => [
      id,
      new Set(rows.map(({ unit }) => unit.id)),
    ]),
  );
}

function addFormer(tx: Tx, judge: Judge, unitIds: readonly string[]): void {
  for (const id of unitIds) tx.em.create(JudgeFormerUnit, { judge, unit: tx.em.getReference(Unit, id) });
}
