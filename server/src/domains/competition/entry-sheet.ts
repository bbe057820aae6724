import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { BENEFICIARIES, type BudgetLine, type PlanStep } from '@xinghuo/shared/competition/entry';
import { ENTRY_LISTS, ENTRY_TEXTS, PHONE } from '@xinghuo/shared/competition/entry-rules';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import {
  type CellParser,
  defineSheet,
  integer,
  manyOf,
  oneOf,
  type RowOf,
  refuse,
  text,
} from '../../platform/sheets/index.ts';

/** Lines of two parts: `2026-10 完成选题`, `讲师交通 8600`. */
function lines<T>(
  form: { zh: string; en: string },
  max: number,
  line: RegExp,
  make: (first: string, second: string) => T,
): CellParser<T[]> {
  return {
    format: 'text',
    form,
    read(cell) {
      const parts = cell.text.split(/[\n;；]+/).flatMap((part) => part.normalize('NFKC').trim() || []);
      if (parts.length > max) return refuse('CELL_OUT_OF_RANGE', () => ({ min: 0, max }));
      const made: T[] = [];
      for (const part of parts) {
        const match = line.exec(part);
        if (!match?.[1] || !match[2])
          return refuse('CELL_MALFORMED', () => ({ expected: form.en, expectedZh: form.zh }));
        made.push(make(match[1].trim(), match[2].trim()));
      }
      return { value: made };
    },
  };
}

const plan = lines<PlanStep>(
  {
    zh: '每行一步：年-月 内容，如“2026-10 完成选题”',
    en: 'One step a line: month and content, such as “2026-10 choose topics”',
  },
  ENTRY_LISTS.plan.max,
  /^(20\d{2}-(?:0[1-9]|1[0-2])(?:-\d{2})?)\s+(.{1,200})$/,
  (when, what) => ({ when, what }),
);
const budget = lines<BudgetLine>(
  {
    zh: '每行一项：用途 金额（元），如“讲师交通 8600”',
    en: 'One item a line: purpose and yuan, such as “transport 8600”',
  },
  ENTRY_LISTS.budget.max,
  /^(.{1,60}?)[\s:]+(\d{1,9}(?:\.\d{1,2})?)$/,
  (item, amount) => ({ item, amount }),
);

const keeps = { zh: '已有草稿留空则不改', en: 'Empty: what is known stays' };
const words = (field: keyof typeof ENTRY_TEXTS) => text({ max: ENTRY_TEXTS[field].max });

/** The sheet of entries. */
export const entrySheet = defineSheet({
  name: { zh: '参赛项目', en: 'Entries' },
  columns: [
    {
      key: 'year',
      zh: '届次',
      en: 'Edition',
      required: true,
      parse: integer({ min: 2000, max: 2100 }),
      example: '2026',
      note: { zh: '正在征集的一届', en: 'An edition that takes entries' },
    },
    {
      key: 'teamNumber',
      zh: '队伍编号',
      en: 'Team number',
      required: true,
      parse: text({ max: 20 }),
      example: '3405000001',
      note: { zh: '须已登记且状态正常', en: 'Registered and active' },
    },
    {
      key: 'title',
      zh: '项目名称',
      en: 'Title',
      required: true,
      parse: text({ max: ENTRY_TEXTS.title.max, min: ENTRY_TEXTS.title.min }),
      example: '钢城青年说',
      width: 28,
    },
    {
      key: 'titleEn',
      zh: '英文名称',
      en: 'Title in English',
      required: false,
      parse: words('titleEn'),
      example: 'Steel City Youth Speak',
      note: keeps,
    },
    {
      key: 'category',
      zh: '类别',
      en: 'Category',
      required: true,
      parse: oneOf(CATEGORIES),
      example: '宣传宣讲',
    },
    {
      key: 'applicantKind',
      zh: '申报主体',
      en: 'Kind of applicant',
      required: false,
      parse: oneOf(APPLICANT_KINDS),
      example: '高校志愿服务组织',
      note: { zh: '留空用队伍登记的主体', en: 'Empty: the team’s own' },
    },
    {
      key: 'summary',
      zh: '项目摘要',
      en: 'Summary',
      required: false,
      parse: words('summary'),
      example: '大学生和青年工人结对写稿，把政策讲成十分钟的班组话。',
      note: keeps,
      width: 40,
    },
    {
      key: 'summaryEn',
      zh: '英文摘要',
      en: 'Summary in English',
      required: false,
      parse: words('summaryEn'),
      example: 'Ten-minute talks at shift change.',
      note: keeps,
    },
    {
      key: 'need',
      zh: '需求',
      en: 'Need',
      required: false,
      parse: words('need'),
      example: '近七成工人一年里听过的宣讲不超过两次。',
      note: keeps,
      width: 40,
    },
    {
      key: 'activities',
      zh: '活动',
      en: 'Activities',
      required: false,
      parse: words('activities'),
      example: '每学期开学前跟班走访、改稿、试讲。',
      note: keeps,
      width: 40,
    },
    {
      key: 'innovation',
      zh: '创新',
      en: 'Innovation',
      required: false,
      parse: words('innovation'),
      example: '宣讲稿的作者里有工人。',
      note: keeps,
      width: 40,
    },
    {
      key: 'replicability',
      zh: '可复制性',
      en: 'Replicability',
      required: false,
      parse: words('replicability'),
      example: '一个学院、一家企业、两名讲师就能开张。',
      note: keeps,
      width: 40,
    },
    {
      key: 'results',
      zh: '成效',
      en: 'Results',
      required: false,
      parse: words('results'),
      example: '讲了93场，覆盖37个班组。',
      note: keeps,
      width: 40,
    },
    {
      key: 'plan',
      zh: '实施计划',
      en: 'Plan',
      required: false,
      parse: plan,
      example: '2026-11 完成秋季走访；2026-12 十二篇新稿试讲',
      note: keeps,
      width: 40,
    },
    {
      key: 'budget',
      zh: '预算',
      en: 'Budget',
      required: false,
      parse: budget,
      example: '讲师交通 8600；问答集编印 6400',
      note: keeps,
      width: 28,
    },
    {
      key: 'beneficiaries',
      zh: '服务对象',
      en: 'Beneficiaries',
      required: false,
      parse: manyOf(BENEFICIARIES, { max: ENTRY_LISTS.beneficiaries.max }),
      example: '社会公众',
      note: keeps,
    },
    {
      key: 'contactName',
      zh: '联系人',
      en: 'Contact',
      required: false,
      parse: words('contactName'),
      example: '段望升',
      note: keeps,
    },
    {
      key: 'contactPhone',
      zh: '联系电话',
      en: 'Telephone',
      required: false,
      parse: text({
        max: ENTRY_TEXTS.contactPhone.max,
        pattern: PHONE,
        form: { zh: '电话号码', en: 'Telephone number' },
      }),
      example: '0555-1100207',
      note: keeps,
    },
  ],
  naturalKey: ['year', 'teamNumber', 'title'],
});

/** One understood row of it. */
export type EntryRow = RowOf<typeof entrySheet>;
