import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../../platform/entity/base.ts';
import { StoredFile } from './stored-file.entity.ts';

const FileTextSchema = defineEntity({
  name: 'FileText',
  tableName: 'file_text',
  properties: {
    ...id,
    file: () => p.manyToOne(StoredFile).ref().deleteRule('cascade').unique(),
    /** Null when the file has none that can be read: pictures, scanned pages. Searched, never shown whole. */
    text: p.text().nullable().hidden(),
    readAt: p.datetime(),
  },
});

/** What stands in a file, read once and kept to be searched. */
export class FileText extends FileTextSchema.class {}
FileTextSchema.setClass(FileText);
