import { expect, test } from "vitest";
import { safeNext } from "./sign-in-next.ts";

const ELSEWHERE = [
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\\/evil.example",
  "http://evil.example",
  "https://evil.example",
  "HTTP://evil.example",
  "https:evil.example",
  "https:/evil.example",
  "https:///evil.example",
  "http:\\\\evil.example",
  "ftp://evil.example",
  "ws://evil.example",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  " javascript:alert(1)",
  "\tjavascript:alert(1)",
  "data:text/html,<script>1</script>",
  "vbscript:x",
  "blob:x",
  "mailto:x@evil.example",
  "evil.example",
  "evil.example/path",
  "www.evil.example",
  "user@evil.example",
  "//user@evil.example",
  "//user:pass@evil.example",
  "http://localhost:4280@evil.example",
  "@evil.example",
  ":evil",
  "?next=x",
  "#x",
  "",
  " ",
  ".",
  "..",
  "../x",
  "./x",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/\u0000/evil.example",
  "/\u2028/evil.example",
  "//evil.example%2f..",
  "//evil%E3%80%82example",
  "/\u3002/evil",
  "/p\\..\\x",
  "/../\\evil.example",
  "/x\r\nset-cookie:a=b",
  "/x\u00a0y",
  "//[::1]",
  "//127.0.0.1:4280",
  "//localhost",
  "/..//evil.example",
  "/.//evil.example",
  "/a/../..//evil.example",
  `/${"a".repeat(2_000)}`,
];

test("A42: whatever does not lead back here leads home", () => {
  expect(ELSEWHERE.length).toBeGreaterThanOrEqual(60);
  for (const wanted of ELSEWHERE) expect([wanted, safeNext(wanted)]).toEqual([wanted, "/"]);
  expect(safeNext(undefined)).toBe("/");
});

test("A42: paths of this place are kept, and encoded tricks stay paths", () => {
  for (const path of [
    "/",
    "/p/acme",
    "/w/birch/p/acme?by=milestone&who=me#c",
    "/p/%C3%BC",
    "/%09/x",
    "/%2f%2fevil.example",
    "/%5cevil.example",
  ])
    expect(safeNext(path)).toBe(path);
  expect(safeNext("/a/../b")).toBe("/b");
});
