import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromEpochDay } from "@milepost/planning";
import { afterEach, beforeEach, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("calibrate.ts", import.meta.url));
const FIRST = 20_000;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "calibrate-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function calibrate(history: string, lines: readonly string[], ...args: string[]) {
  const file = join(folder, "history.csv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, history, file, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr, summary: stdout ? JSON.parse(stdout) : undefined };
}

function taskLines(n: number): string[] {
  const rows = Array.from(
    { length: n },
    (_, i) => `${fromEpochDay(FIRST + i)},${1 + (i % 3)},${1 + (i % 4)}`,
  );
  return ["date,estimate_hours,actual_hours", ...rows];
}

test("scores a history of tasks", () => {
  const { status, stderr, stdout, summary } = calibrate("tasks", taskLines(120));
  expect(status).toBe(0);
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  expect(summary).toMatchObject({ history: "tasks", rows: 120, refused: {}, forecasts: 100 });
  expect(summary.all.coverage).toHaveLength(3);
  expect(summary.all.gain.overEstimate).toBeGreaterThan(0);
  expect(summary.laterHalf.forecasts).toBe(50);
  expect(stderr).toContain("below bootstrap");
});

test("names and counts rows that cannot be used, and does the rest", () => {
  const bad = ["2026-02-30,1,1", "2026-02-01,one,1", "2026-02-01,0,1", "2026-02-01,1,-1", "2026-02-01,1", ""];
  const { status, stderr, summary } = calibrate("tasks", [...taskLines(40), ...bad]);
  expect(status).toBe(0);
  expect(summary).toMatchObject({ rows: 45, forecasts: 20 });
  expect(summary.refused).toEqual({
    "not-a-date": 1,
    "not-a-number": 1,
    "estimate-not-above-0": 1,
    "actual-below-0": 1,
    "not-as-many-values-as-names": 1,
  });
  expect(stderr).toContain("history.csv:42  not-a-date");
});

test("reads estimates and kinds of work with dates of their own, in quotes too", () => {
  const lines = Array.from(
    { length: 30 },
    (_, i) => `"Text, long",P1,2,3,${fromEpochDay(FIRST + i)},${fromEpochDay(FIRST + i + 2)}`,
  );
  const { summary } = calibrate("tasks", [
    "category,project,hours_estimate,hours_actual,estimated_on,completed_on",
    ...lines,
    `Text,P1,2,3,${fromEpochDay(FIRST + 9)},${fromEpochDay(FIRST)}`,
  ]);
  expect(summary.forecasts).toBe(8);
  expect(summary.refused).toEqual({ "finished-before-it-was-estimated": 1 });
});

test("scores throughput for every number of items", () => {
  const lines = Array.from({ length: 500 }, (_, i) => fromEpochDay(FIRST + Math.floor(i / 2)));
  const first = calibrate("throughput", ["done", ...lines], "--items", "20,40", "--seed", "3");
  expect(first.status).toBe(0);
  expect(Object.keys(first.summary.bySize)).toEqual(["20", "40"]);
  expect(first.summary.all.forecasts).toBe(
    first.summary.bySize["20"].all.forecasts + first.summary.bySize["40"].all.forecasts,
  );
  const again = calibrate("throughput", ["done", ...lines], "--items", "20,40", "--seed", "3");
  expect(again.stdout).toBe(first.stdout);
});

test("scores milestones by the days they were late", () => {
  const lines = Array.from(
    { length: 40 },
    (_, i) => `26/01/${String(1 + (i % 28)).padStart(2, "0")},${i % 7}`,
  );
  const { summary } = calibrate("milestones", ["recorded_date_yy_mm_dd,days_late", ...lines]);
  expect(summary.rows).toBe(40);
  expect(summary.forecasts).toBeGreaterThan(10);
});

test("ends with 1 when nothing can be judged, and with 2 when it is not understood", () => {
  expect(calibrate("tasks", taskLines(5))).toMatchObject({ status: 1, summary: { forecasts: 0, all: null } });
  expect(calibrate("weather", taskLines(5)).status).toBe(2);
  expect(calibrate("tasks", ["a,b", "1,2"]).stderr).toContain("has no column");
  expect(calibrate("throughput", ["done", "2026-01-01"], "--items", "none").status).toBe(2);
});
