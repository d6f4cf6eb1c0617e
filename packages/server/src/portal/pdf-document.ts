import PDFDocument from "pdfkit";
import { fontBytes, inFont, type PdfFont } from "./pdf-fonts.ts";
import { PDF_PAPERS, type PdfFrame, type PdfHouse, type PdfOptions, type PdfTable } from "./pdf-options.ts";

const MARGIN = 56;
export const INK = "#1C2024";
export const DIM = "#565B63";
const LINE = "#B9BBBE";
const SIZES = { 1: 22, 2: 15, 3: 12 } as const;
const BODY = 10;
const FONTS = ["plain", "strong"] as const satisfies readonly PdfFont[];

/**
 * Pages that a screen reader can walk through: every block is a structure element, rules and page numbers are
 * artifacts, and title and language are said.
 */
export class PdfPages {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #options: PdfOptions;
  readonly #bytes: Buffer[] = [];
  readonly #scale: number;

  constructor(options: PdfOptions) {
    this.#options = options;
    this.#scale = options.scale ?? 1;
    this.#doc = new PDFDocument({
      size: PDF_PAPERS[options.paper ?? "a4"],
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 24 },
      bufferPages: true,
      tagged: true,
      pdfVersion: "1.7",
      // Its own standard font has no letters beyond western Europe, and is not in the document.
      font: "",
      lang: options.language,
      displayTitle: true,
      info: { Title: options.title, Author: options.house.name, CreationDate: options.createdAt },
    });
    for (const font of FONTS) this.#doc.registerFont(font, fontBytes(font));
    this.#doc.on("data", (chunk: Buffer) => this.#bytes.push(chunk));
    this.#root = this.#doc.struct("Document");
    this.#doc.addStructure(this.#root);
    this.#letterhead(options.house);
  }

  get pages(): number {
    return this.#doc.bufferedPageRange().count;
  }

  newPage(): void {
    this.#doc.addPage();
  }

  /** With `lines`, what is longer ends in an ellipsis. */
  heading(level: 1 | 2 | 3, text: string, lines?: number): void {
    const doc = this.#doc;
    const size = SIZES[level] * this.#scale;
    this.#room(size * 4);
    if (level !== 1) doc.moveDown(level === 2 ? this.#scale ** 2 : 0.5);
    this.#tagged(`H${level}`, () =>
      doc
        .font("strong")
        .fontSize(size)
        .fillColor(INK)
        .text(inFont(cutFor(text, lines)), MARGIN, undefined, lines ? this.#within(lines) : {}),
    );
    doc.moveDown(0.3);
  }

  paragraph(text: string, look: "body" | "dim" | "strong" = "body", lines?: number): void {
    const doc = this.#doc;
    const color = look === "dim" ? DIM : INK;
    const font = look === "strong" ? "strong" : "plain";
    const size = BODY * this.#scale * (look === "strong" ? 1.3 : 1);
    this.#tagged("P", () =>
      doc
        .font(font)
        .fontSize(size)
        .fillColor(color)
        .text(inFont(cutFor(text, lines)), MARGIN, undefined, this.#within(lines)),
    );
    doc.moveDown(0.5 * this.#scale);
  }

  list(items: readonly string[], lines?: number): void {
    const doc = this.#doc;
    const list = this.#child(this.#root, "L");
    for (const item of items) {
      this.#room(BODY * 3);
      const entry = this.#child(list, "LI");
      const y = doc.y;
      doc
        .font("plain")
        .fontSize(BODY * this.#scale)
        .fillColor(INK);
      this.#into(entry, "Lbl", () => doc.text("•", MARGIN, y));
      this.#into(entry, "LBody", () =>
        doc.text(inFont(cutFor(item, lines)), MARGIN + 12, y, this.#within(lines)),
      );
      entry.end();
    }
    list.end();
    doc.moveDown(0.5 * this.#scale);
  }

  /** Vectors and words over the whole width; `alt` says the same to whoever cannot see them. */
  figure(alt: string, height: number, draw: (doc: PDFKit.PDFDocument, frame: PdfFrame) => void): void {
    const doc = this.#doc;
    this.#room(height);
    const { y } = doc;
    const picture = doc.struct("Figure", { alt: inFont(alt) });
    this.#root.add(picture);
    const width = doc.page.width - 2 * MARGIN;
    this.#mark(picture, "Figure", () => draw(doc, { x: MARGIN, y, width, height }));
    picture.end();
    doc.x = MARGIN;
    doc.y = y + height;
  }

  /** Rows are never cut in two; a table that goes on repeats its head for the eye. */
  table({ head, rows, shares }: PdfTable): void {
    const width = this.#doc.page.width - 2 * MARGIN;
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => (share / whole) * width);
    const table = this.#child(this.#root, "Table");
    this.#row(table, "TH", head, widths);
    for (const row of rows) {
      if (this.#isFull(this.#height(row, widths))) {
        this.#doc.addPage();
        this.#artifact(() => this.#cells(head, widths, "strong"));
      }
      this.#row(table, "TD", row, widths);
    }
    table.end();
    this.#doc.x = MARGIN;
    this.#doc.moveDown(0.5);
  }

  async end(): Promise<Buffer> {
    const doc = this.#doc;
    this.#root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      doc.switchToPage(start + page);
      this.#artifact(() => this.#foot(page + 1, count));
    }
    const ended = new Promise<void>((resolve) => doc.once("end", () => resolve()));
    doc.end();
    await ended;
    return Buffer.concat(this.#bytes);
  }

  #letterhead({ name, accent, logo }: PdfHouse): void {
    const doc = this.#doc;
    if (logo) {
      const picture = this.#doc.struct("Figure", { alt: name });
      this.#root.add(picture);
      this.#mark(picture, "Figure", () => doc.image(logo, MARGIN, MARGIN - 16, { fit: [160, 36] }));
      picture.end();
      doc.y = MARGIN + 28;
    } else {
      this.#tagged("P", () =>
        doc
          .font("strong")
          .fontSize(12)
          .fillColor(accent)
          .text(inFont(name), MARGIN, MARGIN - 8),
      );
      doc.y = MARGIN + 12;
    }
    const y = doc.y;
    this.#artifact(() =>
      doc
        .moveTo(MARGIN, y)
        .lineTo(doc.page.width - MARGIN, y)
        .lineWidth(2)
        .strokeColor(accent)
        .stroke(),
    );
    doc.x = MARGIN;
    doc.y = y + 16;
  }

  #foot(page: number, pages: number): void {
    const doc = this.#doc;
    const y = doc.page.height - MARGIN;
    const width = doc.page.width - 2 * MARGIN;
    // What stands below the margin would open a page of its own.
    doc.page.margins.bottom = 0;
    doc.font("plain").fontSize(8).fillColor(DIM);
    doc.text(inFont(this.#options.foot), MARGIN, y, { width: width - 80, height: 10, ellipsis: true });
    doc.text(inFont(this.#options.pageWord(page, pages)), MARGIN, y, {
      width,
      align: "right",
      lineBreak: false,
    });
  }

  #row(
    table: PDFKit.PDFStructureElement,
    kind: "TH" | "TD",
    cells: readonly string[],
    widths: readonly number[],
  ): void {
    this.#room(this.#height(cells, widths));
    const row = this.#child(table, "TR");
    const font = kind === "TH" ? "strong" : "plain";
    this.#cells(cells, widths, font, (draw) => this.#into(row, kind, draw));
    row.end();
  }

  #cells(
    cells: readonly string[],
    widths: readonly number[],
    font: PdfFont,
    around: (draw: () => void) => void = (draw) => draw(),
  ): void {
    const doc = this.#doc;
    const y = doc.y;
    const height = this.#height(cells, widths);
    let x = MARGIN;
    for (const [n, cell] of cells.entries()) {
      const [at, width] = [x, (widths[n] ?? 0) - 8];
      around(() => {
        doc
          .font(font)
          .fontSize(9)
          .fillColor(INK)
          .text(inFont(cell), at, y + 4, { width, lineGap: 1 });
      });
      x += widths[n] ?? 0;
    }
    const rule = () =>
      doc
        .moveTo(MARGIN, y + height)
        .lineTo(doc.page.width - MARGIN, y + height)
        .lineWidth(0.5)
        .strokeColor(LINE)
        .stroke();
    if (font === "plain") this.#artifact(rule);
    doc.y = y + height;
  }

  #height(cells: readonly string[], widths: readonly number[]): number {
    const doc = this.#doc.font("strong").fontSize(9);
    const heights = cells.map((cell, n) =>
      doc.heightOfString(inFont(cell), { width: (widths[n] ?? 0) - 8, lineGap: 1 }),
    );
    return Math.max(12, ...heights) + 8;
  }

  #within(lines?: number): { lineGap: number; height?: number; ellipsis?: boolean } {
    if (lines === undefined) return { lineGap: 2 };
    return { lineGap: 2, height: lines * (this.#doc.currentLineHeight(true) + 2), ellipsis: true };
  }

  #isFull(height: number): boolean {
    const { page, y } = this.#doc;
    return y + height > page.height - page.margins.bottom;
  }

  #room(height: number): void {
    if (this.#isFull(height)) this.#doc.addPage();
  }

  #tagged(kind: string, draw: () => void): void {
    this.#into(this.#root, kind, draw);
  }

  #into(parent: PDFKit.PDFStructureElement, kind: string, draw: () => void): void {
    const element = this.#child(parent, kind);
    this.#mark(element, kind, draw);
    element.end();
  }

  #child(parent: PDFKit.PDFStructureElement, kind: string): PDFKit.PDFStructureElement {
    const element = this.#doc.struct(kind);
    parent.add(element);
    return element;
  }

  #mark(element: PDFKit.PDFStructureElement, kind: string, draw: () => void): void {
    const content = this.#doc.markStructureContent(kind);
    draw();
    this.#doc.endMarkedContent();
    element.add(content);
  }

  #artifact(draw: () => void): void {
    this.#doc.markContent("Artifact", { type: "Pagination" });
    draw();
    this.#doc.endMarkedContent();
  }
}

/** More letters than any line has room for: measuring what cannot be shown takes most of the time. */
const WIDEST = 260;

function cutFor(text: string, lines?: number): string {
  return lines === undefined ? text : text.slice(0, lines * WIDEST);
}
