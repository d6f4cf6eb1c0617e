import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { textsOf } from "./leak-text.ts";

async function drawn(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ info: { Title: "zebra-title" } });
  const parts: Buffer[] = [];
  pdf.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => pdf.on("end", resolve));
  draw(pdf);
  pdf.end();
  await done;
  return Buffer.concat(parts);
}

test("words that are drawn into a PDF are read out of it, kerned and packed as they are", async () => {
  const bytes = await drawn((pdf) => pdf.text("Towards AVATAR zebra00abcdz"));
  expect(bytes.toString("latin1")).not.toContain("zebra00abcdz");
  const read = textsOf("application/pdf", bytes).join("\n");
  expect(read).toContain("AVATAR zebra00abcdz");
  expect(read).toContain("zebra-title");
});

test("a page is read as text, anything else byte by byte", () => {
  expect(textsOf("text/html; charset=utf-8", Buffer.from("Größe"))).toEqual(["Größe"]);
  expect(textsOf("application/zip", Buffer.from("zebra")).join()).toContain("zebra");
});
