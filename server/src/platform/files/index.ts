export {
  contentDisposition,
  contentHeaders,
  parseRange,
} from './content-headers.ts';
export { displayName } from './display-name.ts';
export { allFileKinds, type FileKind } from './file-kind.ts';
export { storageProblem } from './file-problem.ts';
export {
  type FileStore,
  isFileProblem,
  openFileStore,
  type ReceivedFile,
} from './file-store.ts';

export { ZipFailure, ZipReader } from './zip-reader.ts';
