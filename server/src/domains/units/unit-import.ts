import { LockMode, ref } from '@mikro-orm/core';
import { PARTIES, UNIT_KINDS, UNIT_LIMITS, UNIT_ROLES } from '@xinghuo/shared/units/unit';
import { assignChanged, defineImport, type ImportRow } from '../../platform/imports/index.ts';
import {
  type CellParser,
  defineSheet,
  oneOf,
  type RowOf,
  refuse,
  text,
} from '../../platform/sheets/index.ts';
import { Region, regionReferences } from '../places/index.ts';
import { Unit } from './unit.entity.ts';

/** Duties, one a line. */
const duties: CellParser<string[]> = {
  format: 'text',
  form: {
    zh: `每行一条，最多 ${UNIT_LIMITS.dutyCount} 条，每条最多 ${UNIT_LIMITS.duty} 字`,
    en: `One a line: at most ${UNIT_LIMITS.dutyCount} of ${UNIT_LIMITS.duty} characters`,
  },
  read(cell) {
    const lines = cell.text.split(/[\n;；]+/).flatMap((line) => line.trim() || []);
    const longest = Math.max(0, ...lines.map((line) => [...line].length));
    if (longest > UNIT_LIMITS.duty)
      return refuse('CELL_TOO_LONG', () => ({ max: UNIT_LIMITS.duty, length: longest }));
    return lines.length > UNIT_LIMITS.dutyCount
      ? refuse('CELL_OUT_OF_RANGE', () => ({ min: 0, max: UNIT_LIMITS.dutyCount }))
      : { value: lines };
  },
};

const keeps = { zh: '已有单位留空则不改', en: 'Empty: what is known stays' };

/** The sheet of units. */
export const unitSheet = defineSheet({
  name: { zh: '单位', en: 'Units' },
  columns: [
    {
      key: 'name',
      zh: '单位名称',
      en: 'Name',
      required: true,
      parse: text({ max: UNIT_LIMITS.name }),
      example: '马鞍山市民政局',
      width: 32,
    },
    {
      key: 'nameEn',
      zh: '英文名称',
      en: 'Name in English',
      required: false,
      parse: text({ max: UNIT_LIMITS.nameEn }),
      example: "Ma'anshan Civil Affairs Bureau",
      note: keeps,
    },
    {
      key: 'party',
      zh: '主体类别',
      en: 'Kind of party',
      required: true,
      parse: oneOf(PARTIES),
      example: '党政机关',
    },
    {
      key: 'kind',
      zh: '单位性质',
      en: 'Kind of unit',
      required: true,
      parse: oneOf(UNIT_KINDS),
      example: '党政机关',
    },
    {
      key: 'role',
      zh: '机制角色',
      en: 'Role',
      required: true,
      parse: oneOf(UNIT_ROLES),
      example: '成员单位',
    },
    {
      key: 'region',
      zh: '所在区域',
      en: 'Region',
      required: true,
      parse: text({ max: 60 }),
      example: '雨山区',
      note: { zh: '区域名称、全称或统计代码', en: 'Name, full name or statistical code' },
    },
    {
      key: 'duties',
      zh: '职责',
      en: 'Duties',
      required: false,
      parse: duties,
      example: '指导志愿服务组织登记',
      note: keeps,
      width: 40,
    },
    {
      key: 'liaisonName',
      zh: '联络员',
      en: 'Liaison',
      required: false,
      parse: text({ max: UNIT_LIMITS.liaisonName }),
      example: '沈竹',
      note: keeps,
    },
  ],
  naturalKey: ['name'],
});

type UnitRow = RowOf<typeof unitSheet>;

/** Units from a sheet, known by their name. */
defineImport<UnitRow>({
  kind: 'units',
  permission: 'unit.import',
  sheet: unitSheet,
  async check(rows, { query }, log) {
    const regions = await regionReferences(query);
    for (const { row, values } of rows) regions.check(log, row, 'region', values.region);
  },
  async apply(tx, rows: readonly ImportRow<UnitRow>[]) {
    const regions = await regionReferences((query) => tx.query(query));
    const names = rows.map(({ values }) => values.name);
    const present = await tx.em.find(
      Unit,
      { name: { $in: names } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const known = new Map(present.map((unit) => [unit.name, unit]));
    let created = 0;
    let updated = 0;
    for (const { values } of rows) {
      const regionId = regions.find(values.region) ?? '';
      const { name, nameEn, party, kind, role, liaisonName } = values;
      const unit = known.get(name);
      if (!unit) {
        const region = tx.em.getReference(Region, regionId);
        tx.em.create(Unit, {
          name,
          nameEn,
          party,
          kind,
          role,
          region,
          duties: values.duties ?? [],
          liaisonName,
        });
        created += 1;
        continue;
      }
      const moved = unit.region.id !== regionId;
      if (moved) unit.region = ref(Region, regionId);
      if (assignChanged(unit, { nameEn, party, kind, role, liaisonName, duties: values.duties }) || moved)
        updated += 1;
    }
    return { created, updated, unchanged: rows.length - created - updated };
  },
});
