import { fileURLToPath } from 'node:url';

/** What pdf.js reads at run time, from the installed package. */
const asset = (folder: string): string =>
  fileURLToPath(new URL(`../../${folder}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** What a PDF says of itself that a person may have written. */
const ABOUT = ['Title', 'Author', 'Subject', 'Keywords'];

/** The text of a PDF, page by page, ahead of it what it says of its author; until `max` characters are read. */
export async function readPdfText(bytes: Uint8Array, max: number): Promise<string> {
  // Loaded where it is used: it is large, and only the worker needs it.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    useSystemFonts: false,
    verbosity: 0,
  });
  const file = await task.promise;
  const { info } = await file.getMetadata();
  const said = new Map(Object.entries(info));
  let text = ABOUT.map((name) => said.get(name))
    .filter((value) => typeof value === 'string')
    .join('\n');
  for (let number = 1; number <= file.numPages && text.length < max; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    text += `\n${items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')}`;
    page.cleanup();
  }
  await task.destroy();
  return text;
}
