import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { countPlaywright, countVitest } from "./counts.mjs";

function report(content: object): string {
  const folder = mkdtempSync(join(tmpdir(), "milepost-counts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const vitest = (passed: number, failed: number, pending = 0) =>
  report({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0 });
const playwright = (expected: number, unexpected: number, flaky: number, skipped: number) =>
  report({ stats: { expected, unexpected, flaky, skipped } });

test("passed and failed tests are counted", () => {
  expect(countVitest(vitest(12, 0), true)).toMatchObject({ passed: 12, failed: 0 });
  expect(countVitest(vitest(12, 2), false)).toMatchObject({ passed: 12, failed: 2 });
});

test("a run that breaks without a failed test counts as one failure", () => {
  expect(countVitest(vitest(12, 0), false)).toMatchObject({ passed: 12, failed: 1 });
});

test("a run without any test is a failure", () => {
  expect(countVitest(vitest(0, 0), true)).toMatchObject({ passed: 0, failed: 1 });
});

test("a runner that leaves no report is a failure", () => {
  expect(countVitest("/nowhere/report.json", true)).toMatchObject({ passed: 0, failed: 1 });
});

test("skipped tests are named and never count as passed", () => {
  expect(countVitest(vitest(5, 0, 2), true)).toEqual({ passed: 5, failed: 0, note: "2 skipped" });
  expect(countPlaywright(playwright(3, 0, 0, 1), true)).toEqual({ passed: 3, failed: 0, note: "1 skipped" });
});

test("a journey that passes only at a later try is named", () => {
  expect(countPlaywright(playwright(3, 1, 1, 0), false)).toMatchObject({
    passed: 4,
    failed: 1,
    note: "1 only at a later try",
  });
});
