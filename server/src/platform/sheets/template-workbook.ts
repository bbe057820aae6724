import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Label } from '@xinghuo/shared/kernel/label';
import { columnLetter } from './raw-cell.ts';
import type { SheetColumn, SheetDefinition } from './sheet-definition.ts';
import { safeSheetName, widthFor } from './sheet-layout.ts';
import { type SheetHint, type WrittenCell, type WrittenSheet, writeWorkbook } from './xlsx-writer.ts';

const words = {
  zh: {
    guide: '填写说明',
    choices: '选项',
    headings: ['列', '必填', '要求', '示例', '说明'],
    yes: '是',
    no: '',
    hint: '第 2 行是示例，可直接改写；保持原样的示例行不会导入。标 * 的列必填。',
  },
  en: {
    guide: 'How to fill in',
    choices: 'Choices',
    headings: ['Column', 'Required', 'Expected', 'Example', 'Note'],
    yes: 'yes',
    no: '',
    hint: 'Row 2 is an example to overwrite; left as it is, it is not imported. Columns with * are required.',
  },
} as const;

/** The workbook a person downloads to fill in: data sheet first, explanation second, lists hidden. */
export async function templateWorkbook(definition: SheetDefinition, locale: keyof Label): Promise<Buffer> {
  const out = new PassThrough();
  const lists = definition.columns.filter(({ parse }) => parse.choices !== undefined);
  const sheets = [dataSheet(definition, lists, locale), guideSheet(definition, locale)];
  if (lists.length > 0) sheets.push(choicesSheet(lists, locale));
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(out, sheets)]);
  return bytes;
}

function dataSheet(
  definition: SheetDefinition,
  lists: readonly SheetColumn[],
  locale: keyof Label,
): WrittenSheet {
  const { columns } = definition;
  const headings = columns.map((column) => `${column[locale]}${column.required ? '*' : ''}`);
  const hints = columns.map((column, index): SheetHint => {
    const list = lists.indexOf(column);
    const letter = columnLetter(list);
    const text = [column.parse.form[locale], column.note?.[locale]]
      .filter((part) => part !== undefined)
      .join('\n');
    const range = `'${words[locale].choices}'!$${letter}$1:$${letter}$${column.parse.choices?.length ?? 0}`;
    return { column: index, title: column[locale], text, ...(list < 0 ? {} : { list: range }) };
  });
  return {
    name: safeSheetName(definition.name[locale]),
    widths: columns.map(
      (column, index) => column.width ?? widthFor(`${headings[index]}\n${column.example}`, 10),
    ),
    columnFormats: columns.map(({ parse }) => parse.format),
    hints,
    rows: [
      headings.map((text): WrittenCell => ({ text, style: 'heading' })),
      columns.map(
        ({ example }): WrittenCell => (example === '' ? null : { text: example, style: 'example' }),
      ),
    ],
  };
}

function guideSheet(definition: SheetDefinition, locale: keyof Label): WrittenSheet {
  const { guide, headings, yes, no, hint } = words[locale];
  const wrapped = (text: string): WrittenCell => ({ text, style: 'wrapped' });
  return {
    name: guide,
    widths: [22, 8, 44, 30, 50],
    rows: [
      headings.map((text): WrittenCell => ({ text, style: 'heading' })),
      ...definition.columns.map((column) =>
        [
          column[locale],
          column.required ? yes : no,
          [
            column.parse.form[locale],
            (column.parse.choices ?? []).map((choice) => choice[locale]).join(' / '),
          ]
            .filter((part) => part !== '')
            .join('\n'),
          column.example,
          column.note?.[locale] ?? '',
        ].map(wrapped),
      ),
      [wrapped(hint)],
    ],
  };
}

/** One column of values per list; kept in a sheet because a list written into a cell's rule ends at 255 characters. */
function choicesSheet(lists: readonly SheetColumn[], locale: keyof Label): WrittenSheet {
  const length = Math.max(...lists.map(({ parse }) => parse.choices?.length ?? 0));
  const row = (index: number) =>
    lists.map(({ parse }): WrittenCell => {
      const choice = parse.choices?.[index];
      return choice === undefined ? null : { text: choice[locale] };
    });
  return {
    name: words[locale].choices,
    hidden: true,
    widths: lists.map(() => 20),
    rows: Array.from({ length }, (_, index) => row(index)),
  };
}
