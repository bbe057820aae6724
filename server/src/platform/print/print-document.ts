/** A document as a list of blocks, laid out from top to bottom on A4. All measures are points (1/72 inch). */
export interface PrintDocument {
  /** Title in the file's properties; a visible one is a block of its own. */
  readonly title: string;
  readonly subject?: string;
  readonly author?: string;
  /** Date in the file's properties. The same document with the same date gives the same bytes. */
  readonly createdAt: Date;
  readonly landscape?: boolean;
  /** English sets quotation marks and apostrophes as Latin type does, and counts the pages in English. */
  readonly language: 'zh' | 'en';
  /** Small line at the top left of every page, but not of one that opens with it as its title. */
  readonly header?: string;
  /** Small line at the bottom left of every page. */
  readonly footer?: string;
  /** "第 1 页 / 共 3 页" or "Page 1 of 3" at the bottom right; none when absent. */
  readonly pageNumbers?: boolean;
  readonly blocks: readonly PrintBlock[];
}

export type Align = 'left' | 'center' | 'right';

/** One part of a document. */
export type PrintBlock =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle?: string }
  /** Kept on one page with what follows. */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  /** Running text, justified; Chinese paragraphs are indented by two characters unless `indent` is false. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly align?: Align; readonly indent?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | PrintFacts
  | PrintTable
  /** Lines to be signed by hand: each a label with room for a name, and for a date when `date` is given. */
  | { readonly kind: 'signatures'; readonly lines: readonly string[]; readonly date?: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'pageBreak' }
  | PrintCertificate;

/** A framed table of labels and values. */
export interface PrintFacts {
  readonly kind: 'facts';
  readonly rows: readonly (readonly [label: string, value: string])[];
  /** Pairs side by side. */
  readonly columns?: 1 | 2;
}

/** A table with a heading repeated on every page. Long rows go on over the page. */
export interface PrintTable {
  readonly kind: 'table';
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows set in bold, counted from 0: totals. */
  readonly strong?: readonly number[];
  /** Least height of a row, for filling in by hand. */
  readonly rowHeight?: number;
}

export interface PrintColumn {
  readonly heading: string;
  /** Share of the width relative to the other columns, 1 when absent; no column is narrower than its longest word. */
  readonly weight?: number;
  readonly align?: Align;
}

/** A page of its own, framed and centred: an award certificate. Meant for a landscape document. */
export interface PrintCertificate {
  readonly kind: 'certificate';
  /** Such as 荣誉证书. */
  readonly title: string;
  /** Line under the title: competition and edition. */
  readonly subtitle?: string;
  readonly recipient: string;
  readonly paragraphs: readonly string[];
  /** The award itself, set large. */
  readonly award?: string;
  /** Who issues it, one line each, at the lower right. */
  readonly issuers: readonly string[];
  readonly date: string;
  /** Certificate number and where to check it, at the lower left. */
  readonly notes?: readonly string[];
  /** Words around the mark; none when absent. The mark is a decoration, not an official seal. */
  readonly mark?: string;
}
