import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { SheetFailure } from './sheet-problem.ts';

/** What a reader of a workbook part wants to hear. Names come without their namespace prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Parses a part piece by piece, so that its size never stands in memory. `afterChunk` may return true to stop early.
 * Entities other than XML's own five are refused by the parser, so nothing can be made to grow.
 * @throws {SheetFailure} when the bytes are not well-formed XML in UTF-8 or the archive lied about them.
 */
export async function parseXml(part: Readable, listener: XmlListener): Promise<void> {
  for await (const _ of parseXmlInSteps(part, listener)) {
    // nothing to hand over between the pieces
  }
}

/** The same, pausing after every piece of input so that the caller can pass on what has been gathered. */
export async function* parseXmlInSteps(part: Readable, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => listener.open?.(localName(tag.name), tag.attributes));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of part) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
    yield;
  } catch (error) {
    if (error instanceof SheetFailure) throw error;
    throw new SheetFailure('SHEET_UNREADABLE', { reason: 'DAMAGED' }, error);
  } finally {
    part.destroy();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
