import type { PdfPaper } from "../portal/pdf-options.ts";

/** Where paper is of US Letter size (Unicode CLDR, measurementData/paperSize); everywhere else it is A4. */
const LETTER = new Set("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "));

export function paperOf(country: string | null): PdfPaper {
  return country !== null && LETTER.has(country) ? "letter" : "a4";
}
