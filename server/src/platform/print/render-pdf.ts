import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { drawCertificate } from './draw-certificate.ts';
import { drawFacts, drawTable } from './draw-table.ts';
import {
  drawHeading,
  drawList,
  drawParagraph,
  drawSignatures,
  drawTitle,
  headingRoom,
  signaturesRoom,
} from './draw-text.ts';
import { Pen } from './pen.ts';
import type { PrintBlock, PrintDocument } from './print-document.ts';

/** Sets a document as PDF 1.4 with its type embedded. The same document gives the same bytes. */
export function renderPdf(document: PrintDocument): Readable {
  const pen = new Pen(document);
  for (const [index, block] of document.blocks.entries()) {
    // A heading alone at the foot of a page belongs to the next one.
    if (block.kind === 'heading')
      pen.ensure(headingRoom(pen, block, document.blocks.slice(index + 1, index + 4)));
    drawBlock(pen, block, document.blocks[index + 1]);
  }
  pen.finish(document);
  return pen.doc;
}

/** The same, whole in memory. */
export function renderPdfBuffer(document: PrintDocument): Promise<Buffer> {
  return buffer(renderPdf(document));
}

function drawBlock(pen: Pen, block: PrintBlock, next: PrintBlock | undefined): void {
  switch (block.kind) {
    case 'title':
      drawTitle(pen, block);
      break;
    case 'heading':
      drawHeading(pen, block);
      break;
    case 'paragraph':
      drawParagraph(pen, block);
      break;
    case 'list':
      drawList(pen, block);
      break;
    case 'facts':
      drawFacts(pen, block);
      break;
    case 'table':
      drawTable(pen, block, signaturesRoom(next));
      break;
    case 'signatures':
      drawSignatures(pen, block);
      break;
    case 'rule':
      pen.rule(pen.left, pen.y + 5, pen.left + pen.width, pen.y + 5);
      pen.y += 11;
      break;
    case 'space':
      pen.y += block.height;
      break;
    case 'pageBreak':
      pen.newPage();
      break;
    case 'certificate':
      drawCertificate(pen, block);
      break;
  }
}
