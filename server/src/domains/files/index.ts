import { FILE_PERMISSIONS } from '@xinghuo/shared/files/permissions';
import type { Domain } from '../../platform/domain.ts';
import { FileText } from './file-text.entity.ts';
import { removeUnclaimed } from './remove-unclaimed.ts';
import { StoredFile } from './stored-file.entity.ts';
import { FileResolver } from './stored-file.resolver.ts';
import './stored-file.read.ts';

export { cutShort, readFileTexts } from './read-file-text.ts';
export { serveFiles } from './serve-files.ts';
export { claimFiles, storedFileAccess } from './stored-file.access.ts';
export { StoredFile } from './stored-file.entity.ts';

export { FileType } from './stored-file.types.ts';

/** Files that people upload. */
export const files: Domain = {
  name: 'files',
  permissions: FILE_PERMISSIONS,
  entities: [StoredFile, FileText],
  resolvers: [FileResolver],
  jobs: [removeUnclaimed],
};
