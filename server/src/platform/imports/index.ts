import { IMPORT_PERMISSIONS } from '@xinghuo/shared/imports/imports';
import type { Domain } from '../domain.ts';
import { ImportPreview, ImportRun } from './import.entity.ts';
import { ImportResolver } from './import.resolver.ts';
import { importJob } from './run-import.ts';

export { assignChanged } from './assign-changed.ts';
export { confirmImport } from './confirm-import.ts';
export {
  defineImport,
  type ImportCheck,
  type ImportRow,
  importKind,
  importKinds,
} from './import-kind.ts';
export { ImportLog } from './import-log.ts';
export { previewImport } from './preview-import.ts';
export { References } from './references.ts';
export { serveImports } from './serve-imports.ts';

/** Imports of sheets: the mechanism; what can be imported is declared by the domains. */
export const imports: Domain = {
  name: 'imports',
  permissions: IMPORT_PERMISSIONS,
  entities: [ImportRun, ImportPreview],
  resolvers: [ImportResolver],
  jobs: [importJob],
};
