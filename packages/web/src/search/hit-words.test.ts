import { expect, test } from "vitest";
import { factsOf, hitHref, titleOf } from "./hit-words.ts";
import type { SearchHit } from "./search.api.ts";

const CARD: SearchHit = {
  kind: "card",
  id: "1",
  ref: "ACME-42",
  project: { id: "p", key: "ACME", name: "Acme site" },
  title: { text: "Write the copy", marks: [] },
  excerpt: null,
  state: "Doing",
  onDate: null,
  at: new Date().toISOString(),
  archived: false,
  byName: null,
  subject: null,
};

test("everything that is found opens where it stands", () => {
  const at = (change: Partial<SearchHit>) => hitHref({ ...CARD, ...change });
  const on = (kind: string, ref: string | null) => ({ kind, id: "9", ref, title: "T" });
  expect(at({})).toBe("/c/ACME-42");
  expect(at({ kind: "milestone", ref: "ACME-M3" })).toBe("/m/ACME-M3");
  expect(at({ kind: "project", ref: null })).toBe("/p/acme");
  expect(at({ kind: "comment", ref: null, subject: on("card", "ACME-7") })).toBe("/c/ACME-7");
  expect(at({ kind: "file", ref: null, subject: on("milestone", "ACME-M3") })).toBe("/m/ACME-M3?tab=files");
  const title = { text: "Price & plan.pdf", marks: [] };
  const file: Partial<SearchHit> = { kind: "file", id: "f", ref: null, title };
  for (const kind of ["project", "objective"])
    expect(at({ ...file, subject: on(kind, null) })).toBe("/p/acme/files?q=Price+%26+plan.pdf&file=f");
  expect(at({ kind: "comment", ref: null, subject: on("objective", null) })).toBe("/p/acme/talk?about=9");
  expect(at({ kind: "message", ref: null, id: "8" })).toBe("/p/acme/updates/8");
  expect(at({ kind: "comment", ref: null, subject: on("message", null) })).toBe("/p/acme/updates/9");
  expect(at({ kind: "member", ref: null, project: null })).toBe("/settings/people");
  expect(at({ kind: "contact", ref: null, project: null })).toBe("/settings/clients");
});

test("a hit says its number, project and state, a comment who said it and on what", () => {
  expect(factsOf(CARD).slice(0, 4)).toEqual(["Card", "ACME-42", "Acme site", "Doing"]);
  expect(factsOf({ ...CARD, state: "later", archived: true })).toContain("Later");
  const comment: SearchHit = {
    ...CARD,
    kind: "comment",
    ref: null,
    title: { text: "", marks: [] },
    excerpt: { text: "Fine with me", marks: [] },
    byName: "Jo",
    state: "client",
    subject: { kind: "card", id: "1", ref: "ACME-42", title: "Write the copy" },
  };
  expect(titleOf(comment)).toBe("Jo: Fine with me");
  expect(factsOf(comment)).toEqual(expect.arrayContaining(["on ACME-42 Write the copy", "Client reads it"]));
});
