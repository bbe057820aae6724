import { defineEntity, p } from '@mikro-orm/core';
import { IMPORT_STATES, type ImportState } from '@xinghuo/shared/imports/imports';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { id } from '../entity/base.ts';

const ImportRunSchema = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    ...id,
    kind: p.text(),
    fileName: p.text(),
    /** SHA-256 of the file. */
    digest: p.text().index(),
    /** Rows of data, and what became of them. */
    rows: p.integer(),
    created: p.integer(),
    updated: p.integer(),
    unchanged: p.integer(),
    accountId: p.uuid().nullable(),
    /** Name at the time. */
    actor: p.text(),
    /** When it was confirmed. */
    at: p.datetime(),
    state: p.enum(valuesOf(IMPORT_STATES)).$type<ImportState>().default('DONE'),
    /** Why it failed. */
    problems: p.json<readonly Problem[]>(),
  },
  indexes: [{ properties: ['at', 'id'] }],
});

/** A sheet that was imported, or is to be. */
export class ImportRun extends ImportRunSchema.class {}
ImportRunSchema.setClass(ImportRun);

const ImportPreviewSchema = defineEntity({
  name: 'ImportPreview',
  tableName: 'import_preview',
  properties: {
    ...id,
    kind: p.text(),
    accountId: p.uuid().nullable().index(),
    fileName: p.text(),
    fileKind: p.enum(['xlsx', 'csv']).$type<'xlsx' | 'csv'>(),
    digest: p.text(),
    problemCount: p.integer(),
    /** Rows below the headings: a long sheet is written in the background. */
    rows: p.integer(),
    /** The file; null once it has been imported, or could not be. */
    content: p.blob().nullable().hidden(),
    createdAt: p.datetime().index(),
    /** What confirming it led to: a second confirmation answers with the same. */
    run: () => p.manyToOne(ImportRun).ref().nullable(),
  },
});

/** A sheet that was checked and may be confirmed for an hour by whoever sent it. */
export class ImportPreview extends ImportPreviewSchema.class {}
ImportPreviewSchema.setClass(ImportPreview);
