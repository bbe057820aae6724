import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import { v7 as uuidv7 } from 'uuid';
import type { FileKind, FileStore } from '../../platform/files/index.ts';
import { isFileProblem } from '../../platform/files/index.ts';

/** A row of `stored_file`. */
export interface SeededFile {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Puts a made file into the store, inspected like any upload. */
export async function keepFile(
  store: FileStore,
  name: string,
  kind: FileKind,
  content: Buffer,
): Promise<SeededFile> {
  const received = await store.receive(Readable.from([content]), {
    name,
    maxBytes: 20_000_000,
    allowed: [kind],
  });
  if (isFileProblem(received)) throw new Error(`${name}: ${received.code}`);
  return {
    id: uuidv7(),
    key: received.key,
    name: received.name,
    kind: received.kind,
    mediaType: received.mediaType,
    size: received.bytes,
    sha256: received.sha256,
  };
}

const WIDTH = 960;
const BAR = 54;
const GAP = 26;
const MARGIN = 60;
/** Paper, then the bars' colours in turn. */
const PALETTE = [
  [255, 255, 255],
  [30, 79, 163],
  [232, 89, 12],
  [47, 143, 91],
  [176, 137, 38],
  [122, 82, 160],
  [74, 85, 104],
  [199, 81, 106],
] as const;

/** The parts of a budget as bars, longest first, in true proportion: a PNG with a palette. */
export function budgetPicture(amounts: readonly number[]): Buffer {
  const bars = [...amounts].sort((a, b) => b - a);
  const longest = bars[0] ?? 1;
  const height = 2 * MARGIN + bars.length * BAR + Math.max(0, bars.length - 1) * GAP;
  const pixels = Buffer.alloc((WIDTH + 1) * height);
  bars.forEach((amount, i) => {
    const length = Math.max(2, Math.round(((WIDTH - 2 * MARGIN) * amount) / longest));
    const top = MARGIN + i * (BAR + GAP);
    const colour = 1 + (i % (PALETTE.length - 1));
    for (let y = top; y < top + BAR; y += 1) {
      const start = y * (WIDTH + 1) + 1 + MARGIN;
      pixels.fill(colour, start, start + length);
    }
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, colours from the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(PALETTE.flat())),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
