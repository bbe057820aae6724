import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../../platform/entity/base.ts';

const StoredFileSchema = defineEntity({
  name: 'StoredFile',
  tableName: 'stored_file',
  properties: {
    ...id,
    /** Where the content lies in the file store: random, told to nobody. */
    key: p.text().unique().hidden(),
    name: p.text(),
    kind: p.text(),
    mediaType: p.text(),
    /** Bytes. */
    size: p.integer(),
    sha256: p.text(),
    uploadedBy: p.uuid().nullable().index(),
    createdAt: p.datetime(),
  },
});

/** A file that was received whole. Who may read it follows from what it is attached to. */
export class StoredFile extends StoredFileSchema.class {}
StoredFileSchema.setClass(StoredFile);
