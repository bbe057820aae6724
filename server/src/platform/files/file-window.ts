import type { FileHandle } from 'node:fs/promises';

const BLOCK = 65_536;

/** Reads a file at any place through one cached block, so that inspecting a large file needs little memory. */
export class FileWindow {
  readonly size: number;
  readonly #handle: FileHandle;
  #blockAt = -1;
  #block: Buffer = Buffer.alloc(0);

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  /** Up to `length` bytes from `at`; fewer at the end of the file. */
  async read(at: number, length: number): Promise<Buffer> {
    const start = Math.max(0, Math.min(at, this.size));
    const end = Math.max(start, Math.min(at + length, this.size));
    if (start >= this.#blockAt && this.#blockAt >= 0 && end <= this.#blockAt + this.#block.length) {
      return this.#block.subarray(start - this.#blockAt, end - this.#blockAt);
    }
    const wanted = Math.min(Math.max(end - start, BLOCK), this.size - start);
    const buffer = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.#handle.read(buffer, filled, wanted - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    this.#block = buffer.subarray(0, filled);
    this.#blockAt = start;
    return this.#block.subarray(0, Math.min(end - start, filled));
  }

  /** Where `needle` first occurs at or after `from`, starting before `to`; -1 when it does not. */
  async find(needle: Buffer, from: number, to: number): Promise<number> {
    for (let at = from; at < Math.min(to, this.size); at += BLOCK - needle.length + 1) {
      const found = (await this.read(at, BLOCK)).indexOf(needle);
      if (found >= 0) return at + found < to ? at + found : -1;
    }
    return -1;
  }
}
