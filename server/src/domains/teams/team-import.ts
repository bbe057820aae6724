import { LockMode, ref } from '@mikro-orm/core';
import {
  APPLICANT_KINDS,
  SERVICE_TYPES,
  TEAM_KINDS,
  TEAM_LIMITS,
  TEAM_NUMBER,
} from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { assignChanged, defineImport, type ImportRow } from '../../platform/imports/index.ts';
import {
  day,
  decimalText,
  defineSheet,
  integer,
  manyOf,
  oneOf,
  type RowOf,
  text,
} from '../../platform/sheets/index.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { Region, regionReferences } from '../places/index.ts';
import { Unit, unitReferences } from '../units/index.ts';
import { Team, TeamMember } from './team.entity.ts';
import { shanghaiDay } from './team.rules.ts';

const keeps = { zh: '已有队伍留空则不改', en: 'Empty: what is known stays' };
const hours = decimalText({ min: '0', max: String(TEAM_LIMITS.serviceMinutes / 60), places: 2 });

/** The sheet of teams. */
export const teamSheet = defineSheet({
  name: { zh: '队伍', en: 'Teams' },
  columns: [
    {
      key: 'number',
      zh: '队伍编号',
      en: 'Number',
      required: true,
      parse: text({
        max: TEAM_LIMITS.number,
        pattern: TEAM_NUMBER,
        form: { zh: '大写字母、数字和连字符', en: 'Capital letters, digits and hyphens' },
      }),
      example: '3405000001',
    },
    {
      key: 'name',
      zh: '队伍名称',
      en: 'Name',
      required: true,
      parse: text({ max: TEAM_LIMITS.name }),
      example: '诗城青年讲习社',
      width: 28,
    },
    {
      key: 'nameEn',
      zh: '英文名称',
      en: 'Name in English',
      required: false,
      parse: text({ max: TEAM_LIMITS.nameEn }),
      example: 'Poetry City Youth Lecture Society',
      note: keeps,
    },
    {
      key: 'kind',
      zh: '队伍性质',
      en: 'Kind',
      required: true,
      parse: oneOf(TEAM_KINDS),
      example: '志愿服务团体',
    },
    {
      key: 'unit',
      zh: '所属单位',
      en: 'Unit',
      required: false,
      parse: text({ max: 80 }),
      example: '马鞍山市民政局',
      note: { zh: '须已登记', en: 'Must be registered already' },
      width: 28,
    },
    {
      key: 'region',
      zh: '服务区域',
      en: 'Region',
      required: true,
      parse: text({ max: 60 }),
      example: '雨山区',
      note: { zh: '区域名称、全称或统计代码', en: 'Name, full name or statistical code' },
    },
    {
      key: 'serviceTypes',
      zh: '服务类型',
      en: 'Services',
      required: true,
      parse: manyOf(SERVICE_TYPES, { max: TEAM_LIMITS.serviceTypes }),
      example: '支教助学、文明风尚',
    },
    {
      key: 'applicantKind',
      zh: '申报主体',
      en: 'Kind of applicant',
      required: true,
      parse: oneOf(APPLICANT_KINDS),
      example: '高校志愿服务组织',
    },
    {
      key: 'founded',
      zh: '成立日期',
      en: 'Founded',
      required: false,
      parse: day(),
      example: '2019-10-18',
      note: keeps,
    },
    {
      key: 'intro',
      zh: '队伍简介',
      en: 'Introduction',
      required: false,
      parse: text({ max: TEAM_LIMITS.intro }),
      example: '由马克思主义理论专业学生组成',
      note: keeps,
      width: 40,
    },
    {
      key: 'leader',
      zh: '负责人',
      en: 'Leader',
      required: false,
      parse: text({ max: TEAM_LIMITS.memberName }),
      example: '段望升',
      note: keeps,
    },
    {
      key: 'memberCount',
      zh: '登记人数',
      en: 'Members',
      required: false,
      parse: integer({ min: 0, max: TEAM_LIMITS.members }),
      example: '86',
      note: keeps,
    },
    {
      key: 'activeMonths',
      zh: '近一年活跃月数',
      en: 'Active months',
      required: false,
      parse: integer({ min: 0, max: 12 }),
      example: '10',
      note: keeps,
    },
    {
      key: 'serviceHours',
      zh: '累计服务时长（小时）',
      en: 'Hours of service',
      required: false,
      parse: hours,
      example: '3420',
      note: keeps,
    },
  ],
  naturalKey: ['number'],
});

type TeamRow = RowOf<typeof teamSheet>;

interface TeamFound {
  readonly number: string;
  readonly state: string;
  readonly named: number;
}

/** Teams from a sheet, known by their number. New ones are registered as approved: the sheet comes from the register. */
export const teamImport = defineImport<TeamRow>({
  kind: 'teams',
  permission: 'team.import',
  sheet: teamSheet,
  async check(rows, { query, now }, log) {
    const [regions, units] = [await regionReferences(query), await unitReferences(query)];
    const today = shanghaiDay(now);
    const found = await query(
      sql<TeamFound>`select t.number, t.state, (select count(*)::int from team_member m where m.team_id = t.id and m.until is null) as named
        from team t where t.number in (select jsonb_array_elements_text(${JSON.stringify(rows.map(({ values }) => values.number))}::jsonb))`,
    );
    const known = new Map(found.map((team) => [team.number, team]));
    for (const { row, values } of rows) {
      regions.check(log, row, 'region', values.region);
      units.check(log, row, 'unit', values.unit);
      if (values.founded !== null && values.founded > today) {
        log.add(row, 'founded', 'CELL_OUT_OF_RANGE', () => ({ min: null, max: today }));
      }
      const team = known.get(values.number);
      if (team?.state === 'ARCHIVED' || team?.state === 'REJECTED') {
        log.add(row, 'number', 'ROW_NOT_ALLOWED', () => ({ state: team.state }));
      }
      if (team && values.memberCount !== null && values.memberCount < team.named) {
        log.add(row, 'memberCount', 'CELL_OUT_OF_RANGE', () => ({
          min: team.named,
          max: TEAM_LIMITS.members,
        }));
      }
    }
  },
  async apply(tx, rows: readonly ImportRow<TeamRow>[]) {
    const query = tx.query.bind(tx);
    const [regions, units] = [await regionReferences(query), await unitReferences(query)];
    const numbers = rows.map(({ values }) => values.number);
    const present = await tx.em.find(
      Team,
      { number: { $in: numbers } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const known = new Map(present.map((team) => [team.number, team]));
    const leaders = await tx.em.find(TeamMember, {
      team: { $in: present.map(({ id }) => id) },
      role: 'LEADER',
      until: null,
    });
    const leaderOf = new Map(leaders.map((member) => [member.team.id, member]));
    let created = 0;
    let updated = 0;
    for (const { values } of rows) {
      const regionId = regions.find(values.region) ?? '';
      const unitId = values.unit === null ? null : (units.find(values.unit) ?? null);
      const team = known.get(values.number);
      if (!team) {
        createTeam(tx, values, regionId, unitId);
        created += 1;
      } else if (changeTeam(tx, team, values, regionId, unitId, leaderOf.get(team.id))) updated += 1;
    }
    return { created, updated, unchanged: rows.length - created - updated };
  },
});

/** What of a row stands in the team as it is. */
function facts(values: TeamRow) {
  const {
    name,
    nameEn,
    kind,
    serviceTypes,
    applicantKind,
    founded,
    intro,
    memberCount,
    activeMonths,
    serviceHours,
  } = values;
  const serviceMinutes = serviceHours === null ? null : Math.round(Number(serviceHours) * 60);
  return {
    name,
    nameEn,
    kind,
    serviceTypes,
    applicantKind,
    founded,
    intro,
    memberCount,
    activeMonths,
    serviceMinutes,
  };
}

function createTeam(tx: Tx, values: TeamRow, regionId: string, unitId: string | null): void {
  const { intro, memberCount, activeMonths, serviceMinutes, ...rest } = facts(values);
  const team = tx.em.create(Team, {
    ...rest,
    number: values.number,
    region: tx.em.getReference(Region, regionId),
    unit: unitId === null ? null : tx.em.getReference(Unit, unitId),
    state: 'ACTIVE',
    intro: intro ?? '',
    memberCount: Math.max(memberCount ?? 0, values.leader ? 1 : 0),
    activeMonths: activeMonths ?? 0,
    serviceMinutes: serviceMinutes ?? 0,
  });
  if (values.leader) addLeader(tx, team, values.leader);
}

function changeTeam(
  tx: Tx,
  team: Team,
  values: TeamRow,
  regionId: string,
  unitId: string | null,
  leader: TeamMember | undefined,
): boolean {
  let changed = assignChanged(team, facts(values));
  if (team.region.id !== regionId) {
    team.region = ref(Region, regionId);
    changed = true;
  }
  if (unitId !== null && team.unit?.id !== unitId) {
    team.unit = ref(Unit, unitId);
    changed = true;
  }
  if (values.leader !== null && leader?.name !== values.leader) {
    if (leader) leader.name = values.leader;
    else {
      addLeader(tx, team, values.leader);
      team.memberCount = Math.max(team.memberCount, 1);
    }
    changed = true;
  }
  return changed;
}

function addLeader(tx: Tx, team: Team, name: string): void {
  tx.em.create(TeamMember, { team, name, role: 'LEADER', since: shanghaiDay(tx.now) });
}
