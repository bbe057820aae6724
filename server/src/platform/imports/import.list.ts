import { IMPORT_STATES } from '@xinghuo/shared/imports/imports';
import { Field, InputType } from 'type-graphql';
import { defineExport } from '../exports/index.ts';
import { connectionOf, DateTimeFilter, enumFilterOf, sortOf, TextFilter } from '../graphql/types.ts';
import { defineList, type SortField } from '../read/define-list.ts';
import { defineRead } from '../read/define-read.ts';
import { equals, range, search } from '../read/filters.ts';
import { importRunAccess } from './import.access.ts';
import { ImportRun } from './import.entity.ts';
import { ImportRunType, ImportStateEnum } from './import.types.ts';

/** How an import is read. */
export const importRunRead = defineRead({ type: 'ImportRun', entity: ImportRun, access: importRunAccess });

const ImportStateFilter = enumFilterOf('ImportState', ImportStateEnum);

/** How imports may be narrowed. */
@InputType('ImportRunFilter', { description: 'Narrows a list of imports; all that is given must be met.' })
export class ImportRunFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in the file name or the name of the person.',
  })
  search?: string | null;

  @Field(() => TextFilter, { nullable: true, description: 'What was imported.' })
  kind?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => ImportStateFilter, { nullable: true, description: 'Where it stands.' })
  state?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When.' })
  at?: { gte?: Date | null; lt?: Date | null } | null;
}

const sort = {
  AT: { by: (row) => row.col('at'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ImportRunSortField = keyof typeof sort;

export const ImportRunSort = sortOf('ImportRun', sort);
export const ImportRunConnection = connectionOf(ImportRunType, 'ImportRun');

/** The list of imports. */
export const importRunList = defineList<ImportRunFilter, ImportRunSortField>({
  read: importRunRead,
  filter: {
    search: search('fileName', 'actor'),
    kind: equals('kind'),
    state: equals('state'),
    at: range('at'),
  },
  sort,
  defaultSort: [{ field: 'AT', direction: 'DESC' }],
});

defineExport({
  list: 'imports',
  name: { zh: '导入记录', en: 'Imports' },
  of: importRunList,
  columns: [
    { key: 'at', zh: '时间', en: 'When', type: 'instant', value: 'at' },
    { key: 'kind', zh: '类别', en: 'Kind', type: 'text', value: 'kind' },
    { key: 'fileName', zh: '文件', en: 'File', type: 'text', value: 'fileName', width: 32 },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: IMPORT_STATES, value: 'state' },
    { key: 'rows', zh: '行数', en: 'Rows', type: 'number', value: 'rows' },
    { key: 'created', zh: '新增', en: 'Created', type: 'number', value: 'created' },
    { key: 'updated', zh: '更新', en: 'Updated', type: 'number', value: 'updated' },
    { key: 'unchanged', zh: '未变', en: 'Unchanged', type: 'number', value: 'unchanged' },
    { key: 'actor', zh: '导入人', en: 'By', type: 'text', value: 'actor' },
    { key: 'digest', zh: '文件摘要', en: 'Digest', type: 'text', value: 'digest', width: 68 },
  ],
});
