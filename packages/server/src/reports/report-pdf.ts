import { PdfPages } from "../portal/pdf-document.ts";
import type { PdfHouse, PdfPaper } from "../portal/pdf-options.ts";
import type { Say } from "../words/say.ts";
import { drawRoad, roadHeight } from "./report-road-pdf.ts";
import type { ReportSection, ReportText } from "./report-words.ts";

export interface OnPaper {
  say: Say;
  house: PdfHouse;
  paper: PdfPaper;
  /** When the report was made: the same report is the same document, whenever it is asked for. */
  createdAt: Date;
}

interface Fit {
  scale: number;
  /** How many rows of print the title may have, and what stands under it. */
  head: number;
  /** How many lines a part may have, and how many rows of print each of them. */
  most: number;
  rows: number;
}

/** From roomy to tight; the last fits whatever is written. */
const FITS: readonly Fit[] = [
  { scale: 1, head: 3, most: 12, rows: 4 },
  { scale: 0.9, head: 3, most: 12, rows: 3 },
  { scale: 0.9, head: 3, most: 5, rows: 2 },
  { scale: 0.82, head: 2, most: 4, rows: 2 },
  { scale: 0.8, head: 1, most: 3, rows: 1 },
];

/** One page that says it, in the largest letters that fit, and a page with the table. */
export async function reportPdf(text: ReportText, on: OnPaper): Promise<Buffer> {
  const pdf = firstThatFits(text, on, FITS);
  writeTable(pdf, text);
  return pdf.end();
}

function firstThatFits(text: ReportText, on: OnPaper, [fit, ...tighter]: readonly Fit[]): PdfPages {
  if (!fit) throw new Error("there is a tightest way to set it");
  const pdf = open(text, on, fit);
  writePage(pdf, text, on, fit);
  return pdf.pages === 1 || tighter.length === 0 ? pdf : firstThatFits(text, on, tighter);
}

function open(text: ReportText, { say, house, paper, createdAt }: OnPaper, { scale }: Fit): PdfPages {
  return new PdfPages({
    title: text.title,
    language: say.language,
    house,
    foot: `${text.title} · ${text.dated}`,
    pageWord: (page, pages) => say("Page {page} of {pages}", { page, pages }),
    createdAt,
    paper,
    scale,
  });
}

function writePage(pdf: PdfPages, text: ReportText, { say }: OnPaper, fit: Fit): void {
  const { scale, head, most, rows } = fit;
  pdf.heading(1, text.title, head);
  pdf.paragraph(text.headline, "strong", head);
  pdf.paragraph(`${text.state}: ${text.standing}`, "body", head + 1);
  pdf.paragraph(text.dated, "dim", 2);
  if (text.age) pdf.paragraph(text.age, "body", 2);
  if (text.road.rows.length > 0) {
    pdf.heading(2, text.road.heading);
    pdf.figure(roadInWords(text), roadHeight(text.road, scale), (doc, frame) =>
      drawRoad(doc, frame, text.road, scale),
    );
    if (text.road.more) pdf.paragraph(text.road.more, "dim", 1);
  }
  for (const section of text.sections) writeSection(pdf, section, say, { most, rows });
}

function writeSection(
  pdf: PdfPages,
  { heading, lines }: ReportSection,
  say: Say,
  { most, rows }: Pick<Fit, "most" | "rows">,
): void {
  pdf.heading(2, heading);
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) {
    pdf.paragraph(only, "body", rows + 1);
    return;
  }
  const left = lines.length - most;
  const shown = left > 0 ? lines.slice(0, most - 1) : lines;
  const more = left > 0 ? [say("And {n} more, on the page of the project.", { n: left + 1 })] : [];
  pdf.list([...shown, ...more], rows);
}

/** For whoever cannot see the picture: each stone in a sentence. */
function roadInWords({ road }: ReportText): string {
  return road.rows
    .map(({ name, state, date, baseline, expected }) => {
      const agreed = baseline && road.head.baseline ? `${road.head.baseline} ${baseline}` : "";
      const likely = expected && road.head.expected ? `${road.head.expected} ${expected}` : "";
      return [name, state, date, agreed, likely].filter((part) => part !== "").join(", ");
    })
    .join("; ");
}

const FIRST = 6;
const OTHER = 3;

function writeTable(pdf: PdfPages, { table }: ReportText): void {
  if (table.rows.length === 0) return;
  pdf.newPage();
  pdf.heading(2, table.heading);
  pdf.table({
    head: table.head,
    rows: table.rows,
    shares: table.head.map((_, at) => (at === 0 ? FIRST : OTHER)),
  });
}
