import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * Where the type comes from. Compared, installed size and characters covered:
 * - @expo-google-fonts/noto-sans-sc: 96 MB, nine weights as TrueType of 10.5 MB each, 30,890 characters including the
 *   rare ones of personal names (㛃, 𬭊, 䶮); a page is set in 20-40 ms. Chosen; two weights are read.
 * - @embedpdf/fonts-sc: 42 MB, five weights as OpenType/CFF, as many characters; but subsets of CFF fonts take five
 *   times as long and came out seven times as large.
 * - @fontsource-variable/noto-sans-sc: 5 MB as 101 slices of compressed variable type; only 13,636 characters, and the
 *   PDF library can neither join slices nor instance them.
 * All are under the SIL Open Font License 1.1, which allows embedding; only the characters used go into a file.
 */
const PACKAGE = '@expo-google-fonts/noto-sans-sc';
const files = {
  regular: `${PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`,
  bold: `${PACKAGE}/700Bold/NotoSansSC_700Bold.ttf`,
} as const;

/** The two weights documents are set in. */
export type Face = keyof typeof files;

const loaded = new Map<Face, Buffer>();

/** The font file of a face, read once per process. */
export function fontFile(face: Face): Buffer {
  let bytes = loaded.get(face);
  if (bytes === undefined) {
    bytes = readFileSync(createRequire(import.meta.url).resolve(files[face]));
    loaded.set(face, bytes);
  }
  return bytes;
}
