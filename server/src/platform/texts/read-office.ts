import { ZipReader } from '../files/index.ts';
import { parseXml } from '../sheets/xml-events.ts';

const LIMITS = { maxEntries: 10_000, maxTotalBytes: 256 * 1024 ** 2, maxRatio: 500 };

/** Parts with text that a reader sees, drawn diagrams and what stands on every slide included, and those that tell who wrote the file and where. */
const PARTS = new RegExp(
  `^(${[
    'word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments|diagrams/data\\d+)',
    'ppt/(slides/slide|notesSlides/notesSlide|slideMasters/slideMaster|slideLayouts/slideLayout|diagrams/data)\\d+',
    'ppt/comments/[^/]+',
    'docProps/(core|app)',
  ].join('|')})\\.xml$`,
);
/** Elements that hold text: `t` in documents and slides, the rest in what a file says of itself. */
const TEXTS = new Set([
  't',
  'title',
  'subject',
  'creator',
  'keywords',
  'description',
  'lastModifiedBy',
  'Company',
  'Manager',
]);
/** Elements that end a line. */
const ENDS = new Set(['p', 'br', ...TEXTS]);
ENDS.delete('t');

/** The text of a Word file or of slides (ECMA-376), with what it says of its author; until `max` characters are read. */
export async function readOfficeText(bytes: Uint8Array, max: number): Promise<string> {
  const zip = await ZipReader.open(Buffer.from(bytes), LIMITS);
  try {
    let text = '';
    for (const name of zip.names().filter((part) => PARTS.test(part))) {
      const part = await zip.stream(name);
      if (!part || text.length >= max) continue;
      let inText = false;
      await parseXml(part, {
        open: (element) => {
          inText = TEXTS.has(element);
        },
        text: (piece) => {
          if (inText && text.length < max) text += piece;
        },
        close: (element) => {
          inText = false;
          if (ENDS.has(element)) text += '\n';
        },
      });
    }
    return text;
  } finally {
    zip.close();
  }
}
