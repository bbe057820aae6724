import { computed, defineRead } from '../../platform/read/define-read.ts';
import { storedFileAccess } from './stored-file.access.ts';
import { StoredFile } from './stored-file.entity.ts';

/** How a file is read; `key` and `mediaType` are for serving it and not in the contract. */
export const storedFileRead = defineRead({
  type: 'File',
  entity: StoredFile,
  access: storedFileAccess,
  fields: {
    url: computed(['id'], (row) => `/files/${row.get<string>('id')}`),
    key: { kind: 'column', property: 'key' },
    mediaType: { kind: 'column', property: 'mediaType' },
  },
});
