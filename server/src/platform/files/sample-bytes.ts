import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { ZipFile } from 'yazl';

/** Real files for the unit tests of this folder, made by real writers. */

/** A one-page PDF; with a password it is encrypted. */
export function pdfBytes(
  options: { password?: string; version?: '1.4' | '1.7'; author?: string } = {},
): Promise<Buffer> {
  const document = new PDFDocument({
    pdfVersion: options.version ?? '1.4',
    ...(options.password === undefined ? {} : { userPassword: options.password }),
    ...(options.author === undefined ? {} : { info: { Author: options.author } }),
  });
  document.text('Volunteer project statement');
  document.end();
  return buffer(document);
}

/** A PNG of one grey pixel. */
export function pngBytes(): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A baseline JPEG's segments around `scan` bytes of compressed data, a stuffed FF 00 and a restart marker inside. */
export function jpegBytes(scan = 100_000): Buffer {
  const segment = (marker: number, length: number) => {
    const bytes = Buffer.alloc(length + 2, 1);
    bytes.writeUInt8(0xff, 0);
    bytes.writeUInt8(marker, 1);
    bytes.writeUInt16BE(length, 2);
    return bytes;
  };
  const data = Buffer.alloc(scan, 0x5a);
  data.set([0xff, 0x00], Math.floor(scan / 3));
  data.set([0xff, 0xd3], Math.floor(scan / 2));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 16),
    segment(0xdb, 67),
    segment(0xc0, 11),
    segment(0xc4, 31),
    segment(0xda, 8),
    data,
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A WebP container of `payload` bytes. */
export function webpBytes(payload = 64): Buffer {
  const bytes = Buffer.alloc(20 + payload, 7);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(12 + payload, 4);
  bytes.write('WEBPVP8L', 8, 'latin1');
  bytes.writeUInt32LE(payload, 16);
  return bytes;
}

/** A ZIP archive of the given entries. */
export function zipBytes(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** An archive with the content types of an Office file. */
export function officeBytes(
  part: 'presentationml.presentation' | 'wordprocessingml.document' | 'spreadsheetml.sheet',
  extra: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const type = `application/vnd.openxmlformats-officedocument.${part}.main+xml`;
  return zipBytes({
    '[Content_Types].xml': `<Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`,
    'main.xml': '<main/>',
    ...extra,
  });
}
