export type {
  PrintBlock,
  PrintDocument,
} from './print-document.ts';
export { renderPdf, renderPdfBuffer } from './render-pdf.ts';
