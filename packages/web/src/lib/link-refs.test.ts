import { expect, it } from "vitest";
import { refOfAddress, withRefs } from "./link-refs.ts";

const refs = (text: string, key: string | null = "ACME") =>
  withRefs(text, key).flatMap((piece) => (typeof piece === "string" ? [] : [piece.ref]));

it.each([
  ["see ACME-42, then ACME-M3.", ["ACME-42", "ACME-M3"]],
  ["after M3 (ACME-1)", ["ACME-M3", "ACME-1"]],
  ["UTF-8 may be one, the server says", ["UTF-8"]],
  ["no acme-42, ACME-0, XACME-42x, /ACME-42, a-M3, M3x or ACME-4-2", []],
])("reads short names in %s", (text, found) => expect(refs(text)).toEqual(found));

it("knows no milestone by its number alone where there is no project", () =>
  expect(refs("after M3 and ACME-M3", null)).toEqual(["ACME-M3"]));

it("keeps every word of the text", () => {
  const text = "M1 and ACME-2, then BAKE-M3!";
  const said = withRefs(text, "ACME").map((piece) => (typeof piece === "string" ? piece : piece.words));
  expect(said.join("")).toBe(text);
});

const id = "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000";
it.each([
  ["/c/ACME-42", "ACME-42"],
  ["/m/acme-m3?tab=files", "ACME-M3"],
  ["/c/ACME-M3", null],
  ["/p/acme", "project:ACME"],
  ["/p/acme/board?card=ACME-7", "ACME-7"],
  [`/p/acme/updates/${id}`, `message:${id}`],
  [`/api/v1/files/${id}/versions/2/content`, `file:${id}`],
  [`/p/acme/files?q=Brief.pdf&file=${id}`, `file:${id}`],
  ["/p/acme/files?q=Brief.pdf", null],
  ["/p/acme/roadmap", null],
  ["/settings/people", null],
])("knows what the address %s points at", (path, ref) =>
  expect(refOfAddress(`https://milepost.test${path}`, "https://milepost.test")).toBe(ref),
);

it("leaves addresses elsewhere alone", () => {
  expect(refOfAddress("https://other.test/c/ACME-42", "https://milepost.test")).toBeNull();
  expect(refOfAddress("/c/ACME-42", "https://milepost.test")).toBeNull();
  expect(refOfAddress("mailto:a@b.test", "https://milepost.test")).toBeNull();
});
