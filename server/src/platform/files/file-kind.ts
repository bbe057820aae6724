/** The kinds of file the platform accepts. The bytes decide the kind, never the name or the declared media type. */
export type FileKind = 'PDF' | 'PNG' | 'JPEG' | 'WEBP' | 'PPTX' | 'DOCX' | 'XLSX';

/** What follows from a kind. */
export interface FileKindFacts {
  /** The media type the file is served with. */
  mediaType: string;
  /** File name extensions people use for the kind, the usual one first, without the dot. */
  extensions: readonly [string, ...string[]];
  /** Kinds of one family may be named alike (a PNG called .jpg): the extension is then corrected, not refused. */
  family: 'document' | 'picture' | 'slides' | 'text' | 'sheet';
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** Facts by kind. */
export const fileKinds: Readonly<Record<FileKind, FileKindFacts>> = {
  PDF: { mediaType: 'application/pdf', extensions: ['pdf'], family: 'document' },
  PNG: { mediaType: 'image/png', extensions: ['png'], family: 'picture' },
  JPEG: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], family: 'picture' },
  WEBP: { mediaType: 'image/webp', extensions: ['webp'], family: 'picture' },
  PPTX: { mediaType: `${OFFICE}presentationml.presentation`, extensions: ['pptx'], family: 'slides' },
  DOCX: { mediaType: `${OFFICE}wordprocessingml.document`, extensions: ['docx'], family: 'text' },
  XLSX: { mediaType: `${OFFICE}spreadsheetml.sheet`, extensions: ['xlsx'], family: 'sheet' },
};

/** Every kind, in a fixed order. */
export const allFileKinds: readonly FileKind[] = ['PDF', 'PNG', 'JPEG', 'WEBP', 'PPTX', 'DOCX', 'XLSX'];

/** The usual extension of a kind, without the dot. */
export function extensionOf(kind: FileKind): string {
  return fileKinds[kind].extensions[0];
}

/** The kind an extension stands for, or null when it stands for none of ours. */
export function kindOfExtension(extension: string): FileKind | null {
  const wanted = extension.toLowerCase();
  return allFileKinds.find((kind) => fileKinds[kind].extensions.includes(wanted)) ?? null;
}
