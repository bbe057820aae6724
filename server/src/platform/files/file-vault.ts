import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';
import type { ByteRange } from './content-headers.ts';

/** Where files live for good. */
export type VaultConfig =
  | {
      kind: 'disk';
      /** Folder of the files; temporaries lie in its `.incoming`, so that publishing is one rename. */
      directory: string;
    }
  | {
      kind: 's3';
      /** Folder on this machine for uploads that are not complete yet. */
      temporaryDirectory: string;
      bucket: string;
      region: string;
      /** Address of an S3-compatible service; absent for Amazon's own. */
      endpoint?: string;
      accessKeyId?: string;
      secretAccessKey?: string;
      /** Address buckets as endpoint/bucket, as MinIO and most others want. */
      forcePathStyle?: boolean;
    };

/** A file being read. */
export interface OpenedFile {
  /** The bytes asked for. Destroy it when no longer wanted. */
  stream: Readable;
  /** How many bytes the stream gives. */
  bytes: number;
  /** Size of the whole file in bytes. */
  size: number;
}

/** What differs between a folder and a bucket: publishing whole files and reading parts. The rest is flydrive's. */
export interface Vault {
  readonly disk: Disk;
  readonly temporaryDirectory: string;
  /** Makes a complete temporary file visible under its key, whole or not at all, and durable. May consume it. */
  publish(temporary: string, key: string, facts: { bytes: number; mediaType: string }): Promise<void>;
  open(key: string, range?: ByteRange): Promise<OpenedFile | null>;
  close(): void;
}

/** Opens the folder or bucket. */
export function openVault(config: VaultConfig): Vault {
  return config.kind === 'disk' ? folderVault(config.directory) : bucketVault(config);
}

function folderVault(directory: string): Vault {
  return {
    disk: new Disk(new FSDriver({ location: directory, visibility: 'private' })),
    temporaryDirectory: join(directory, '.incoming'),
    // flydrive moves by copying, which a crash can cut in half; a rename cannot be.
    async publish(temporary, key) {
      const target = join(directory, key);
      const created = await mkdir(dirname(target), { recursive: true });
      await rename(temporary, target);
      await syncDirectory(dirname(target));
      if (created !== undefined) await syncDirectory(dirname(dirname(target)));
    },
    async open(key, range) {
      const path = join(directory, key);
      try {
        const { size } = await stat(path);
        const part = range ?? { start: 0, end: size - 1 };
        checkRange(part, size);
        return { stream: createReadStream(path, part), bytes: part.end - part.start + 1, size };
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
    close() {},
  };
}

function bucketVault(config: Extract<VaultConfig, { kind: 's3' }>): Vault {
  const client = new S3Client({
    region: config.region,
    ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint }),
    forcePathStyle: config.forcePathStyle ?? config.endpoint !== undefined,
    ...(config.accessKeyId === undefined || config.secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey } }),
    // The SDK's default checksums use a framing that several S3-compatible services do not understand.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const { bucket } = config;
  return {
    disk: new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })),
    temporaryDirectory: config.temporaryDirectory,
    async publish(temporary, key, { bytes, mediaType }) {
      // A bucket shows an object only when all of it has arrived.
      await this.disk.putStream(key, createReadStream(temporary), {
        contentLength: bytes,
        contentType: mediaType,
      });
    },
    async open(key, range) {
      const part = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` };
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...part }));
        if (!(answer.Body instanceof Readable)) throw new TypeError('the bucket answered without a body');
        const bytes = answer.ContentLength ?? 0;
        const size = Number(/\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1] ?? bytes);
        // A bucket cuts a part that reaches past the end; a folder refuses it, and so does this.
        if (range !== undefined && bytes !== range.end - range.start + 1) {
          answer.Body.destroy();
          throw new RangeError('outside the file');
        }
        return { stream: answer.Body, bytes, size };
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return null;
        if (error instanceof Error && error.name === 'InvalidRange') throw new RangeError('outside the file');
        throw error;
      }
    },
    close: () => client.destroy(),
  };
}

function checkRange(range: ByteRange, size: number): void {
  const whole = range.start === 0 && range.end === size - 1;
  if (!whole && (range.start < 0 || range.end < range.start || range.end >= size)) {
    throw new RangeError('outside the file');
  }
}

/** Makes a rename survive a power cut: on Linux the folder itself must be flushed. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows cannot open a folder for flushing and does not need it
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether an error carries the given system code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
