import { defineEntity, p } from '@mikro-orm/core';
import { ATTACHMENT_KINDS, type AttachmentKind } from '@xinghuo/shared/competition/entry';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { id } from '../../platform/entity/base.ts';
import { StoredFile } from '../files/index.ts';
import { Entry } from './entry.entity.ts';

const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    ...id,
    entry: () => p.manyToOne(Entry).ref().index(),
    file: () => p.manyToOne(StoredFile).ref().index(),
    kind: p.enum(valuesOf(ATTACHMENT_KINDS)).$type<AttachmentKind>(),
    title: p.text(),
    position: p.integer(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['entry', 'file'] }],
});

/** A file that belongs to an entry. */
export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);
