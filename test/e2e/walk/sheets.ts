import { expect, type Page } from '@playwright/test';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { BENEFICIARIES } from '@xinghuo/shared/competition/entry';
import type { Label } from '@xinghuo/shared/kernel/label';
import { ROLES } from '@xinghuo/shared/kernel/role';
import { APPLICANT_KINDS, SERVICE_TYPES, TEAM_KINDS } from '@xinghuo/shared/teams/team';
import { PARTIES, UNIT_KINDS, UNIT_ROLES } from '@xinghuo/shared/units/unit';
import { ENTRY_TEXT } from './entry-text.ts';
import type { Stage } from './stage.ts';
import { counted } from './words.ts';

/** The year of the edition that is walked. */
export const YEAR = 2031;
/** The entry that comes from a sheet. */
export const IMPORTED = '堤上夜巡：低洼社区守望';
export const JUDGES = ['高知远', '沈静宜', '陆承安'] as const;
export const judgeAddress = (n: number): string => `pingwei${n}@example.cn`;
export const PEOPLE = {
  coordinator: 'xietiao@example.cn',
  auditor: 'jiandu@example.cn',
  leader: 'duizhang@example.cn',
} as const;

const TEAM = '3405000001';
const UNIT = '江东社会工作服务中心';
const REGION = '花山区';

/** A cell under its heading; headings and words are those of the template in the language of the walk. */
type Cell = readonly [zh: string, en: string, value: string | Label];
type Row = readonly Cell[];

const account = (email: string, name: string, role: Label, scope = ''): Row => [
  ['邮箱', 'E-mail', email],
  ['姓名', 'Name', name],
  ['角色', 'Role', role],
  ['范围', 'Limited to', scope],
];

/** The sheets that people bring. */
const SHEETS = {
  staff: [
    account(PEOPLE.coordinator, '沈望舒', ROLES.COORDINATOR),
    account(PEOPLE.auditor, '方若谷', ROLES.AUDITOR),
  ],
  units: [
    [
      ['单位名称', 'Name', UNIT],
      ['主体类别', 'Kind of party', PARTIES.PUBLIC_WELFARE_ORG],
      ['单位性质', 'Kind of unit', UNIT_KINDS.SOCIAL_SERVICE],
      ['机制角色', 'Role', UNIT_ROLES.MEMBER],
      ['所在区域', 'Region', REGION],
    ],
  ],
  teams: [
    [
      ['队伍编号', 'Number', TEAM],
      ['队伍名称', 'Name', '江畔应急服务队'],
      ['队伍性质', 'Kind', TEAM_KINDS.GROUP],
      ['所属单位', 'Unit', UNIT],
      ['服务区域', 'Region', REGION],
      ['服务类型', 'Services', SERVICE_TYPES.RESCUE],
      ['申报主体', 'Kind of applicant', APPLICANT_KINDS.NEW_SOCIAL_ORG],
      ['登记人数', 'Members', '20'],
      ['近一年活跃月数', 'Active months', '9'],
    ],
  ],
  leaders: [account(PEOPLE.leader, '林若溪', ROLES.TEAM_LEADER, TEAM)],
  judges: JUDGES.map(
    (name, n): Row => [
      ['届次', 'Edition', String(YEAR)],
      ['邮箱', 'E-mail', judgeAddress(n)],
      ['姓名', 'Name', name],
      ['熟悉类别', 'Expertise', CATEGORIES.EMERGENCY],
    ],
  ),
  entries: [
    [
      ['届次', 'Edition', String(YEAR)],
      ['队伍编号', 'Team number', TEAM],
      ['项目名称', 'Title', IMPORTED],
      ['类别', 'Category', CATEGORIES.EMERGENCY],
      ['项目摘要', 'Summary', ENTRY_TEXT.summary],
      ['需求', 'Need', ENTRY_TEXT.need],
      ['活动', 'Activities', ENTRY_TEXT.activities],
      ['创新', 'Innovation', ENTRY_TEXT.innovation],
      ['可复制性', 'Replicability', ENTRY_TEXT.replicability],
      ['成效', 'Results', ENTRY_TEXT.results],
      ['实施计划', 'Plan', ENTRY_TEXT.plan.map(({ when, what }) => `${when} ${what}`).join('\n')],
      ['预算', 'Budget', ENTRY_TEXT.budget.map(({ item, amount }) => `${item} ${amount}`).join('\n')],
      ['服务对象', 'Beneficiaries', BENEFICIARIES.PUBLIC],
      ['联系人', 'Contact', ENTRY_TEXT.contactName],
      ['联系电话', 'Telephone', ENTRY_TEXT.contactPhone],
    ],
  ],
} as const satisfies Record<string, readonly Row[]>;

/** Rows as the CSV a person would save from the template. */
function csv(rows: readonly Row[], { label, language }: Stage): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const headings = (rows[0] ?? []).map(([zh, en]) => (language === 'en' ? en : zh));
  const lines = rows.map((row) =>
    row.map(([, , value]) => (typeof value === 'string' ? value : label(value))),
  );
  return [headings, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

/** Brings a sheet in on the importing screen: nothing is found, all of it is written. */
export async function importSheet(
  page: Page,
  stage: Stage,
  kind: 'accounts' | 'units' | 'teams' | 'judges' | 'entries',
  sheet: keyof typeof SHEETS,
): Promise<void> {
  const { kit, imports } = stage.words;
  const rows: readonly Row[] = SHEETS[sheet];
  await page.goto(`/import/${kind}`);
  await page.locator('input[type=file]').setInputFiles({
    name: `${sheet}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${csv(rows, stage)}`),
  });
  await expect(page.getByText(kit.import.clean)).toBeVisible();
  await page.getByRole('button', { name: counted(kit.import, 'confirm', rows.length) }).click();
  await expect(page.getByText(imports.result.title, { exact: true })).toBeVisible();
}
