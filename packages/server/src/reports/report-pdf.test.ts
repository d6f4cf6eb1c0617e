import { expect, test } from "vitest";
import { flat, structureOf } from "../testing/pdf-structure.ts";
import { LANGUAGES, sayIn } from "../words/say.ts";
import { reportPdf } from "./report-pdf.ts";
import type { ReportSnapshotView } from "./report-snapshot.view.ts";
import { reportText } from "./report-words.ts";

const WORD = "Abnahmebereitschaftserklärungsübergabe ";
const long = (letters: number) =>
  WORD.repeat(Math.ceil(letters / WORD.length))
    .slice(0, letters)
    .trim();
const dayOf = (n: number) => new Date(Date.UTC(2026, 2, 2 + 21 * n)).toISOString().slice(0, 10);

/** As much of everything as anybody may write, and more milestones than one page has stones. */
const milestones = Array.from({ length: 14 }, (_, n) => ({
  ...{ id: `m${n}`, number: n + 1, title: long(200), ownerId: "p", word: "at_risk" as const },
  ...{ isReached: n < 2, reachedOn: n < 2 ? dayOf(n) : null, targetOn: dayOf(n), baselineOn: dayOf(n - 1) },
  ...{ expectedByOn: dayOf(n + 1), priceMinor: 12_345_678_900, paidOn: n < 1 ? dayOf(n) : null },
}));
const snapshot: ReportSnapshotView = {
  format: 1,
  onDate: "2026-05-02",
  paper: "a4",
  project: { name: long(120), currency: "EUR" },
  publication: { n: 12, on: "2026-03-01", days: 62, isOld: true },
  baseline: { n: 3, approved: true },
  health: { word: "at_risk", sentence: "may_be_later", milestoneId: "m5" },
  nextId: "m2",
  milestones,
  needs: Array.from({ length: 20 }, (_, n) => ({
    title: `${n} ${long(200)}`,
    dueOn: "2026-05-09",
    personIds: ["p", "q"],
  })),
  since: null,
  changes: Array.from({ length: 3 }, (_, n) => ({
    ...{ n, on: "2026-04-01", text: `${n} ${long(3_000)}\n${long(2_000)}` },
    moved: milestones.map(({ number, title }) => ({ number, title, from: dayOf(n), to: dayOf(n + 1) })),
  })),
  money: {
    ...{ total: 12_345_678_900, reached: 1_234_567, paid: 1_234 },
    next: { title: long(200), minor: 12_345_678_900 },
  },
  risks: Array.from({ length: 3 }, (_, n) => ({
    title: `${n} ${long(200)}`,
    response: long(1_000),
    ownerId: "p",
  })),
};
const names = new Map([
  ["p", long(100)],
  ["q", `Ω${long(99)}`],
]);

const CASES = LANGUAGES.flatMap((language) =>
  (["a4", "letter"] as const).map((paper) => [language, paper] as const),
);

async function written(language: (typeof CASES)[number][0], paper: (typeof CASES)[number][1]) {
  const say = sayIn(language);
  const text = reportText({ say, snapshot, names });
  const house = { name: "Studio Birch", accent: "#1F5F4A", logo: null };
  const bytes = await reportPdf(text, { say, house, paper, createdAt: new Date("2026-05-02T09:00:00Z") });
  return { text, bytes };
}

test.each(CASES)("U18: %s on %s, all but the table is on one page, whatever is written", async (...of) => {
  const { bytes } = await written(...of);
  const { elements, lost, language, pages } = structureOf(bytes);
  const all = flat(elements);
  const table = all.findIndex(({ kind }) => kind === "Table");
  const before = all.slice(0, table - 1).flatMap((one) => one.pages);
  expect([language, lost, pages > 1, new Set(before)]).toEqual([of[0], [], true, new Set([0])]);
});

test("a screen reader hears what the eye sees: headings in order, the road in words, lists and the table", async () => {
  const { text, bytes } = await written("en", "letter");
  const { elements } = structureOf(bytes);
  const [document] = elements;
  const kinds = document?.children.map(({ kind }) => kind) ?? [];
  expect([elements.length, document?.kind]).toEqual([1, "Document"]);
  expect(kinds.filter((kind) => /^H/.test(kind))).toEqual(["H1", "H2", "H2", "H2", "H2", "H2", "H2"]);
  expect(kinds.slice(-2)).toEqual(["H2", "Table"]);
  const figure = document?.children.find(({ kind }) => kind === "Figure");
  expect(figure?.alt).not.toBeNull();
  const list = document?.children.find(({ kind }) => kind === "L");
  expect(list?.children[0]?.children.map(({ kind }) => kind)).toEqual(["Lbl", "LBody"]);
  const rows = document?.children.at(-1)?.children ?? [];
  expect(rows.map(({ children }) => children[0]?.kind)).toEqual(["TH", ...text.table.rows.map(() => "TD")]);
});

test("it is drawn in vectors and greys alone, so it reads the same on a printer without colour", async () => {
  const { bytes } = await written("en", "a4");
  expect(bytes.toString("latin1")).not.toContain("/Subtype /Image");
});
