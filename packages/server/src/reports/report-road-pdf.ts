import { GLYPHS, OUTLINE } from "../client-home/glyph-shapes.ts";
import { DIM, INK } from "../portal/pdf-document.ts";
import { inFont } from "../portal/pdf-fonts.ts";
import type { PdfFrame } from "../portal/pdf-options.ts";
import type { RoadRow } from "./report-road.ts";
import type { ReportText } from "./report-words.ts";

type Doc = PDFKit.PDFDocument;
type Road = ReportText["road"];

const ROW = 21;
const GLYPH = 13;
const QUIET = "#8A8F98";
const BAND = "#C9CCD1";
const SMALL = 8;

export function roadHeight({ rows }: Pick<Road, "rows">, scale: number): number {
  return (rows.length + 1) * ROW * scale;
}

interface Columns {
  name: { x: number; width: number };
  track: { x: number; width: number };
  /** Where each column of days begins, under the words of its head. */
  days: { x: number; width: number; head: string; of: (row: RoadRow) => string; sign: Sign }[];
}

type Sign = "baseline" | "date" | "expected";

/** One line, walked where it is solid; beside each stone what was agreed, its date, and by when it is expected. */
export function drawRoad(doc: Doc, frame: PdfFrame, road: Road, scale: number): void {
  const row = ROW * scale;
  const font = SMALL * Math.max(scale, 0.9);
  const columns = columnsOf(doc, frame, road, font);
  drawHead(doc, frame, columns, { road, font, row });
  for (const [at, stone] of road.rows.entries()) {
    const y = frame.y + (at + 1) * row;
    const next = road.rows[at + 1];
    const x = frame.x + GLYPH / 2;
    const middle = y + row / 2;
    if (next) {
      doc
        .moveTo(x, middle)
        .lineTo(x, middle + row)
        .lineWidth(1.6);
      if (next.isReached) doc.undash().strokeColor(INK).stroke();
      else doc.dash(1.6, { space: 2.4 }).strokeColor(QUIET).stroke().undash();
    }
    drawGlyph(doc, stone.word, { x: frame.x, y: middle - GLYPH / 2, size: GLYPH });
    oneLine(doc, stone.name, { ...columns.name, y, row, size: 9.5 * Math.max(scale, 0.88), strong: true });
    drawTrack(doc, stone, { ...columns.track, middle });
    for (const { x: left, width, of } of columns.days)
      oneLine(doc, of(stone), { x: left, width, y, row, size: font });
  }
}

/** Beside the sign of a column's head, and between two columns. */
const SIGN = 12;
const GAP = 10;

/** A day is never cut off: its column is as wide as its widest words, and the name has what is left. */
function columnsOf(doc: Doc, { x, width }: PdfFrame, { head, rows }: Road, font: number): Columns {
  const heads = [
    { sign: "baseline" as const, head: head.baseline, of: ({ baseline }: RoadRow) => baseline },
    { sign: "date" as const, head: head.date, of: ({ date }: RoadRow) => date },
    { sign: "expected" as const, head: head.expected, of: ({ expected }: RoadRow) => expected },
  ].flatMap(({ head: words, ...more }) => (words === null ? [] : [{ ...more, head: words }]));
  doc.font("plain").fontSize(font);
  const wide = (text: string) => Math.ceil(doc.widthOfString(inFont(text))) + 1;
  const widths = heads.map(
    ({ head: words, of }) => Math.max(SIGN + wide(words), ...rows.map((row) => wide(of(row)))) + GAP,
  );
  const taken = widths.reduce((sum, one) => sum + one, 0);
  const left = width - taken - GLYPH - 16;
  const track = Math.max(70, left * 0.36);
  const name = { x: x + GLYPH + 6, width: left - track - 10 };
  const from = x + width - taken;
  return {
    name,
    track: { x: name.x + name.width + 10, width: track - 10 },
    days: heads.map((one, at) => ({
      ...one,
      x: from + widths.slice(0, at).reduce((sum, each) => sum + each, 0) + GAP,
      width: (widths[at] ?? GAP) - GAP,
    })),
  };
}

function drawHead(
  doc: Doc,
  frame: PdfFrame,
  { name, track, days }: Columns,
  { road, font, row }: { road: Road; font: number; row: number },
): void {
  const { y } = frame;
  oneLine(doc, road.head.milestone, { ...name, y, row, size: font, color: DIM });
  for (const { x, width, head, sign } of days) {
    drawSign(doc, sign, { x: x + 4, middle: y + row / 2 });
    oneLine(doc, head, { x: x + SIGN, width: width - SIGN, y, row, size: font, color: DIM });
  }
  const now = track.x + road.today * track.width;
  const width = 90;
  const left = Math.min(Math.max(now - width / 2, name.x), (days[0]?.x ?? now + width) - width);
  oneLine(doc, road.head.today, { x: left, width, y, row, size: font, color: DIM, align: "center" });
  doc
    .moveTo(now, y + row - 3)
    .lineTo(now, y + (road.rows.length + 1) * row)
    .lineWidth(0.8)
    .dash(2, { space: 2 })
    .strokeColor(DIM)
    .stroke()
    .undash();
}

/** From what was agreed to the date that holds now, and on to the day by which it is expected. */
function drawTrack(
  doc: Doc,
  { at }: RoadRow,
  { x, width, middle }: { x: number; width: number; middle: number },
): void {
  doc
    .moveTo(x, middle)
    .lineTo(x + width, middle)
    .lineWidth(0.4)
    .strokeColor(BAND)
    .stroke();
  const place = (share: number) => x + share * width;
  if (at.expected !== null && at.date !== null) {
    const [from, to] = [place(at.date), place(at.expected)];
    doc.rect(Math.min(from, to), middle - 2.5, Math.abs(to - from), 5).fill(BAND);
  }
  if (at.baseline !== null && at.date !== null && at.baseline !== at.date)
    doc
      .moveTo(place(at.baseline), middle)
      .lineTo(place(at.date), middle)
      .lineWidth(1.2)
      .strokeColor(INK)
      .stroke();
  if (at.expected !== null) drawSign(doc, "expected", { x: place(at.expected), middle });
  if (at.baseline !== null) drawSign(doc, "baseline", { x: place(at.baseline), middle });
  if (at.date !== null) drawSign(doc, "date", { x: place(at.date), middle });
}

function drawSign(doc: Doc, sign: Sign, { x, middle }: { x: number; middle: number }): void {
  if (sign === "baseline") doc.circle(x, middle, 2.8).lineWidth(1).fillAndStroke("#FFFFFF", INK);
  else if (sign === "date")
    doc.polygon([x, middle - 3.6], [x + 3.6, middle], [x, middle + 3.6], [x - 3.6, middle]).fill(INK);
  else
    doc
      .moveTo(x, middle - 4)
      .lineTo(x, middle + 4)
      .lineWidth(1.6)
      .strokeColor(DIM)
      .stroke();
}

function drawGlyph(
  doc: Doc,
  word: RoadRow["word"],
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const { outline, mark } = GLYPHS[word];
  doc
    .save()
    .translate(x, y)
    .scale(size / 24);
  doc.path(OUTLINE).lineWidth(2.4).lineJoin("round");
  if (outline === "dashed") doc.dash(4, { space: 2.6 });
  doc.fillAndStroke(outline === "filled" ? INK : "#FFFFFF", INK).undash();
  if (mark?.how === "fill") doc.path(mark.path).fill(INK);
  else if (mark)
    doc
      .path(mark.path)
      .lineWidth(mark.width)
      .lineCap("round")
      .strokeColor(mark.how === "ground" ? "#FFFFFF" : INK)
      .stroke();
  doc.restore();
}

interface Line {
  x: number;
  y: number;
  width: number;
  row: number;
  size: number;
  color?: string;
  strong?: boolean;
  align?: "center";
}

/** In the middle of its row; what is too long ends in an ellipsis, and stands whole in the table. */
function oneLine(doc: Doc, text: string, line: Line): void {
  const { x, y, width, row, size, color = INK, strong = false, align = "left" } = line;
  doc
    .font(strong ? "strong" : "plain")
    .fontSize(size)
    .fillColor(color);
  const whole = inFont(text);
  doc.text(fitting(doc, whole, width), x, y + (row - doc.currentLineHeight()) / 2, {
    width,
    align,
    lineBreak: false,
  });
}

function fitting(doc: Doc, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (doc.widthOfString(`${letters.slice(0, middle).join("").trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}
