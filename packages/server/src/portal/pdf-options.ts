export const PAPERS = ["a4", "letter"] as const;
export type PdfPaper = (typeof PAPERS)[number];
export const PDF_PAPERS = { a4: "A4", letter: "LETTER" } as const satisfies Record<PdfPaper, string>;

export interface PdfHouse {
  name: string;
  /** A colour that can be read on white. */
  accent: string;
  /** PNG or JPEG. */
  logo: Buffer | null;
}

export interface PdfOptions {
  title: string;
  language: string;
  house: PdfHouse;
  /** Stands at the foot of every page, before its number: what this is, and of which day. */
  foot: string;
  /** "Page 1 of 3", in the reader's language. */
  pageWord: (page: number, pages: number) => string;
  createdAt: Date;
  paper?: PdfPaper;
  /** All sizes of letters and gaps, for what has to fit on one page. */
  scale?: number;
}

export interface PdfTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Shares of the width, one for each column. */
  shares: readonly number[];
}

/** Where a picture may be drawn. */
export interface PdfFrame {
  x: number;
  y: number;
  width: number;
  height: number;
}
