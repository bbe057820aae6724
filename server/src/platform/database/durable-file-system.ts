import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];
type PGliteInstance = Parameters<NodeFS['init']>[0];

/** The part of an Emscripten file stream that reaching the disk needs. */
interface FileStream {
  nfd?: number;
  node: object;
}

interface FileSystemType {
  realPath(node: object): string;
  stream_ops: { fsync?: (stream: FileStream) => number };
}

/**
 * PGlite's file system on disk, with the fsync it lacks: as shipped, Emscripten's NODEFS has no `fsync` on its
 * streams, so that PostgreSQL's request to reach the disk is answered with success and nothing happens.
 */
export class DurableFileSystem extends NodeFS {
  #syncs = 0;

  /** How often PostgreSQL's fsync has reached the operating system. */
  get syncs(): number {
    return this.#syncs;
  }

  override async init(instance: PGliteInstance, options: EmscriptenOptions) {
    const { emscriptenOpts } = await super.init(instance, options);
    const addSync = (module: { FS: object }): void => {
      const type = nodeFileSystem(module.FS);
      type.stream_ops.fsync = (stream) => {
        if (stream.nfd === undefined) syncDirectory(type.realPath(stream.node));
        else fsyncSync(stream.nfd);
        this.#syncs += 1;
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...asList(emscriptenOpts.preRun), addSync] } };
  }
}

/** Directories have no descriptor in Emscripten; PostgreSQL syncs them after creating and renaming files. */
function syncDirectory(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function nodeFileSystem(fs: object): FileSystemType {
  const types: unknown = Reflect.get(fs, 'filesystems');
  const type: unknown =
    typeof types === 'object' && types !== null ? Reflect.get(types, 'NODEFS') : undefined;
  if (!isFileSystemType(type)) throw new TypeError('This build of PGlite has no NODEFS to add fsync to.');
  return type;
}

function isFileSystemType(value: unknown): value is FileSystemType {
  if (typeof value !== 'object' || value === null) return false;
  return (
    typeof Reflect.get(value, 'realPath') === 'function' &&
    typeof Reflect.get(value, 'stream_ops') === 'object'
  );
}

function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}
