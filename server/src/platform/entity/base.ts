import { p } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';

/** The key of every entity: UUIDv7, so that new rows land side by side in the index. */
export const id = {
  id: p
    .uuid()
    .primary()
    .onCreate(() => uuidv7()),
};

/** What everything that a person edits carries. `version` counts up with each change. */
export const editable = {
  ...id,
  createdAt: p.datetime().onCreate(() => new Date()),
  updatedAt: p
    .datetime()
    .onCreate(() => new Date())
    .onUpdate(() => new Date()),
  version: p.integer().version(),
};
