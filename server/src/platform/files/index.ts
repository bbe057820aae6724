export {
  type ByteRange,
  contentDisposition,
  contentHeaders,
  parseRange,
  type ServedFile,
} from './content-headers.ts';
export { displayName } from './display-name.ts';
export { allFileKinds, extensionOf, type FileKind, fileKinds } from './file-kind.ts';
export type { FileProblem, FileProblemCode } from './file-problem.ts';
export {
  type FileStore,
  isFileProblem,
  openFileStore,
  type ReceivedFile,
  type ReceiveOptions,
} from './file-store.ts';
export type { OpenedFile, VaultConfig } from './file-vault.ts';
export { ZipFailure, type ZipLimits, ZipReader } from './zip-reader.ts';
