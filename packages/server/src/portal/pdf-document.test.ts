import { spawnSync } from "node:child_process";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { PdfPages } from "./pdf-document.ts";
import { inFont } from "./pdf-fonts.ts";
import { writable } from "./pdf-letters.ts";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC",
  "base64",
);

function openPages(logo: Buffer | null = null): PdfPages {
  return new PdfPages({
    title: "Größe des Plans",
    language: "de",
    house: { name: "Studio Birke", accent: "#1F5F4A", logo },
    foot: "Plan 3, Fr. 12. Juni 2026",
    pageWord: (page, count) => `Seite ${page} von ${count}`,
    createdAt: new Date("2026-06-12T09:00:00Z"),
  });
}

async function pages(rows: number, logo: Buffer | null = null): Promise<Buffer> {
  const pdf = openPages(logo);
  pdf.heading(1, "Größe „des“ Plans");
  pdf.paragraph("Für 3.000 € → fertig.");
  pdf.list(["Eins", "Zwei"]);
  pdf.table({
    head: ["Nr.", "Meilenstein"],
    rows: Array.from({ length: rows }, (_, n) => [`M${n + 1}`, `Entwurf ${n + 1} `.repeat(8)]),
    shares: [1, 4],
  });
  return pdf.end();
}

function textOf(bytes: Buffer): string | null {
  const { status, stdout } = spawnSync("pdftotext", ["-layout", "-", "-"], { input: bytes });
  return status === 0 ? stdout.toString() : null;
}

test("a page says what it is, in which language, and which part is which", async () => {
  const bytes = await pages(3, PIXEL);
  const source = bytes.toString("latin1");
  expect(source).toContain("/MarkInfo");
  expect(source).toContain("/StructTreeRoot");
  expect(source).toContain("/Lang (de)");
  expect(source).toContain("/DisplayDocTitle true");
  for (const kind of ["Document", "H1", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure"])
    expect(source, kind).toContain(`/S /${kind}\n`);
});

test("nothing on a page is outside of its structure", async () => {
  const source = (await pages(3)).toString("latin1");
  const drawn = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, stream = ""]) => Buffer.from(stream, "latin1"))
    .flatMap((stream) => {
      try {
        return [inflateSync(stream).toString("latin1")];
      } catch {
        return [];
      }
    })
    .join("\n");
  let open = 0;
  const loose: string[] = [];
  for (const line of drawn.split("\n")) {
    if (/\b(BDC|BMC)$/.test(line)) open++;
    if (line === "EMC") open--;
    if (/\bT[jJ]$/.test(line) && open < 1) loose.push(line);
  }
  expect([open, loose, drawn.includes("BDC")]).toEqual([0, [], true]);
});

test("German letters and quotes are there, and a long table goes on with its head", async () => {
  const bytes = await pages(60);
  const text = textOf(bytes);
  if (text === null) {
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    return;
  }
  expect(text).toContain("Größe „des“ Plans");
  expect(text).toContain("3.000 € → fertig.");
  expect(text).toMatch(/Seite 2 von [345]/);
  expect(text.match(/Meilenstein/g)?.length).toBe(text.match(/Seite /g)?.length);
  for (const n of [1, 30, 60]) expect(text).toContain(`M${n} `);
});

const NAMES = ["Łukasz Čapek", "Škoda", "Ελένη Ώρα", "Жанна Щукіна", "Nguyễn Ðức", "30 ≤ 40 → ✓"];

test("names are written in their own letters, by a font that is in the document", async () => {
  const pdf = openPages();
  for (const name of NAMES) pdf.heading(2, name);
  pdf.table({ head: ["Name"], rows: NAMES.map((name) => [name]), shares: [1] });
  const bytes = await pdf.end();
  const source = bytes.toString("latin1");
  expect(source.match(/\/FontFile2 /g)).toHaveLength(2);
  expect(source).not.toContain("Helvetica");
  expect(bytes.length).toBeLessThan(200_000);
  const text = textOf(bytes);
  if (text !== null) for (const name of NAMES) expect(text.split(name)).toHaveLength(3);
});

test("the same words at the same time are the same document", async () => {
  const [first, second] = [await pages(60), await pages(60)];
  expect(first.equals(second)).toBe(true);
});

test("what the font has no letter for loses its marks, and never stands for itself", () => {
  expect(inFont("Łódź, Čapek, fünf “a” – b…")).toBe("Łódź, Čapek, fünf “a” – b…");
  expect(inFont("C\u030capek →\u200b b\tc ✔")).toBe("Čapek → b c ✓");
  expect(inFont("日本")).toBe("??");
  const isAscii = (letter: string) => letter <= "~";
  expect(writable("Čapek Ж", isAscii)).toBe("Capek ?");
});
