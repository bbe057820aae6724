import type { BudgetLine, PlanStep } from '@xinghuo/shared/competition/entry';
import type { PrintBlock, PrintDocument } from '../../platform/print/index.ts';

/** What the printed plan of a project says. */
export interface EntryDocument {
  readonly title: string;
  readonly edition: string;
  readonly category: string;
  readonly team: string;
  readonly contactName: string;
  readonly summary: string;
  readonly need: string;
  readonly activities: string;
  readonly innovation: string;
  readonly replicability: string;
  readonly results: string;
  readonly plan: readonly PlanStep[];
  readonly budget: readonly BudgetLine[];
  readonly budgetTotal: string;
  /** Date in the file's properties. */
  readonly writtenAt: Date;
}

const section = (heading: string, text: string): PrintBlock[] =>
  text === ''
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'paragraph', text },
      ];

/** The plan of a project as an A4 document. */
export function entryDocument(entry: EntryDocument): PrintDocument {
  const plan: PrintBlock[] =
    entry.plan.length === 0
      ? []
      : [
          { kind: 'heading', text: '六、实施计划' },
          {
            kind: 'table',
            columns: [{ heading: '时间' }, { heading: '安排', weight: 4 }],
            rows: entry.plan.map(({ when, what }) => [when, what]),
          },
        ];
  const budget: PrintBlock[] =
    entry.budget.length === 0
      ? []
      : [
          { kind: 'heading', text: '七、经费预算' },
          {
            kind: 'table',
            columns: [
              { heading: '用途', weight: 3 },
              { heading: '金额（元）', align: 'right' },
            ],
            rows: [...entry.budget.map(({ item, amount }) => [item, amount]), ['合计', entry.budgetTotal]],
            strong: [entry.budget.length],
          },
        ];
  return {
    title: entry.title,
    author: entry.team,
    createdAt: entry.writtenAt,
    header: entry.edition,
    language: 'zh',
    pageNumbers: true,
    blocks: [
      { kind: 'title', text: entry.title, subtitle: '志愿服务项目实施方案' },
      {
        kind: 'facts',
        columns: 2,
        rows: [
          ['参赛队伍', entry.team],
          ['项目类别', entry.category],
          ['联系人', entry.contactName || '—'],
          ['预算合计', entry.budget.length === 0 ? '—' : `${entry.budgetTotal} 元`],
        ],
      },
      { kind: 'paragraph', text: entry.summary },
      ...section('一、需求分析', entry.need),
      ...section('二、活动内容', entry.activities),
      ...section('三、创新之处', entry.innovation),
      ...section('四、可复制推广', entry.replicability),
      ...section('五、已有成效', entry.results),
      ...plan,
      ...budget,
    ],
  };
}
