import { type Readable, Transform } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';

/** Limits on an archive, checked before a byte of it is unpacked and again while unpacking. */
export interface ZipLimits {
  maxEntries: number;
  /** Sum of the declared unpacked sizes, in bytes. */
  maxTotalBytes: number;
  /** Unpacked size divided by packed size, over the whole archive. Ordinary sheets reach 20, bombs 1,000 and more. */
  maxRatio: number;
}

/** Why an archive cannot be read. */
export class ZipFailure extends Error {
  readonly reason: 'TRUNCATED' | 'DAMAGED' | 'ENCRYPTED' | 'TOO_LARGE';

  constructor(reason: ZipFailure['reason'], cause?: unknown) {
    super(`archive: ${reason}`, { cause });
    this.name = 'ZipFailure';
    this.reason = reason;
  }
}

/** An opened archive whose directory has been read and found within the limits. */
export class ZipReader {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /**
   * Opens an archive from its path or its bytes.
   * @throws {ZipFailure} when it is cut off, damaged, encrypted, or larger than the limits once unpacked.
   */
  static async open(source: string | Buffer, limits: ZipLimits): Promise<ZipReader> {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;
    let zip: ZipFile;
    try {
      zip =
        typeof source === 'string'
          ? await openPromise(source, options)
          : await fromBufferPromise(source, options);
    } catch (error) {
      const cut = error instanceof Error && /end of central directory/i.test(error.message);
      throw new ZipFailure(cut ? 'TRUNCATED' : 'DAMAGED', error);
    }
    try {
      return new ZipReader(zip, await readDirectory(zip, limits));
    } catch (error) {
      zip.close();
      throw error instanceof ZipFailure ? error : new ZipFailure('DAMAGED', error);
    }
  }

  /** Names of all entries, folders included. */
  names(): string[] {
    return [...this.#entries.keys()];
  }

  /**
   * The unpacked bytes of an entry, or null when there is none. The stream fails when the entry holds more or fewer
   * bytes than the directory declared, so the limits checked at opening hold for what really comes out, and when its
   * checksum is wrong.
   * @throws {ZipFailure} when the entry cannot be read.
   */
  async stream(name: string): Promise<Readable | null> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    try {
      const source = await this.#zip.openReadStreamPromise(entry);
      const checked = checksum(entry.crc32);
      source.on('error', (error) => checked.destroy(error));
      checked.on('close', () => source.destroy());
      return source.pipe(checked);
    } catch (error) {
      throw new ZipFailure('DAMAGED', error);
    }
  }

  /** An entry of at most `maxBytes` as text, or null when there is none. */
  async text(name: string, maxBytes: number): Promise<string | null> {
    const stream = await this.stream(name);
    if (stream === null) return null;
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of stream) {
        size += chunk.length;
        if (size > maxBytes) throw new ZipFailure('TOO_LARGE');
        chunks.push(chunk);
      }
    } catch (error) {
      throw error instanceof ZipFailure ? error : new ZipFailure('DAMAGED', error);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  /** Lets go of the file. */
  close(): void {
    this.#zip.close();
  }
}

/** Passes bytes through and fails at the end when they are not those that were packed; the ZIP library does not look. */
function checksum(expected: number): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === expected ? null : new ZipFailure('DAMAGED'));
    },
  });
}

async function readDirectory(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.maxEntries) throw new ZipFailure('TOO_LARGE');
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.maxTotalBytes) throw new ZipFailure('TOO_LARGE');
    if (entry.isEncrypted()) throw new ZipFailure('ENCRYPTED');
    // Two entries of one name: readers disagree on which is meant, which is how a checker is shown another file.
    if (entries.has(entry.fileName)) throw new ZipFailure('DAMAGED');
    entries.set(entry.fileName, entry);
  }
  // The whole archive, not the sum of packed sizes: overlapping entries may count the same packed bytes many times.
  if (unpacked > Math.max(zip.fileSize, 4096) * limits.maxRatio) throw new ZipFailure('TOO_LARGE');
  return entries;
}
