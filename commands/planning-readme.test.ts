import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

/** Inside of the repository, so that the library's name leads to it. */
const tmp = fileURLToPath(new URL("../.tmp/", import.meta.url));
mkdirSync(tmp, { recursive: true });
const folder = mkdtempSync(join(tmp, "readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = readFileSync(new URL("../packages/planning/README.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/^## (.+)\n[^#]*?```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/gm)].map(
  ([, title = "", code = "", printed = ""]) => ({ title, code, printed }),
);

test("every example in the library's readme has a heading of its own", () => {
  expect(examples.map(({ title }) => title)).toHaveLength(text.match(/^```ts$/gm)?.length ?? 0);
});

test.each(examples)("its example of $title prints what it says", ({ title, code, printed }) => {
  const file = join(folder, `${title.replaceAll(/\W+/g, "-").toLowerCase()}.ts`);
  writeFileSync(file, code);
  expect(execFileSync(process.execPath, ["--no-warnings", file], { encoding: "utf8" })).toBe(printed);
});
