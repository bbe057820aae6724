export type {
  Align,
  PrintBlock,
  PrintCertificate,
  PrintColumn,
  PrintDocument,
  PrintFacts,
  PrintTable,
} from './print-document.ts';
export { renderPdf, renderPdfBuffer } from './render-pdf.ts';
