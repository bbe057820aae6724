import type { FileKind } from './file-kind.ts';
import type { FileProblemCode } from './file-problem.ts';
import type { FileWindow } from './file-window.ts';
import { ZipFailure, ZipReader } from './zip-reader.ts';

// We never unpack an attachment ourselves; these limits protect whoever opens it.
const LIMITS = { maxEntries: 10_000, maxTotalBytes: 1024 ** 3, maxRatio: 500 };
const MAX_TYPES_BYTES = 1024 * 1024;

const mainParts: readonly [FileKind, RegExp][] = [
  ['PPTX', /presentationml\.presentation\.main\+xml/],
  ['DOCX', /wordprocessingml\.document\.main\+xml/],
  ['XLSX', /spreadsheetml\.sheet\.main\+xml/],
];

/** What an archive turned out to be. */
export type OfficeFinding = { kind: FileKind | 'ZIP'; problem: FileProblemCode | null };

/** Finds which Office Open XML format a ZIP archive holds (ECMA-376: the main part's type in [Content_Types].xml). */
export async function inspectOffice(path: string): Promise<OfficeFinding> {
  let zip: ZipReader;
  try {
    zip = await ZipReader.open(path, LIMITS);
  } catch (error) {
    return { kind: 'ZIP', problem: zipProblem(error) };
  }
  try {
    const types = (await zip.text('[Content_Types].xml', MAX_TYPES_BYTES)) ?? '';
    const macros =
      types.includes('macroEnabled') || zip.names().some((name) => /vbaProject\.bin$/i.test(name));
    const kind = mainParts.find(([, part]) => part.test(types))?.[0];
    if (macros) return { kind: kind ?? 'ZIP', problem: 'FILE_HAS_MACROS' };
    return { kind: kind ?? 'ZIP', problem: null };
  } catch (error) {
    return { kind: 'ZIP', problem: zipProblem(error) };
  } finally {
    zip.close();
  }
}

/** Whether a compound file (the container of Office 97) is an Office Open XML file behind a password ([MS-OFFCRYPTO]). */
export async function isEncryptedOffice(window: FileWindow): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return (await window.find(name, 0, window.size)) >= 0;
}

function zipProblem(error: unknown): FileProblemCode {
  if (!(error instanceof ZipFailure)) throw error;
  if (error.reason === 'TRUNCATED') return 'FILE_TRUNCATED';
  return error.reason === 'ENCRYPTED' ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED';
}
