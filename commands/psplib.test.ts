import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPatterson, violationsOf } from "@milepost/planning";
import { afterEach, beforeEach, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("psplib.ts", import.meta.url));

/** Three jobs on a machine for one, the last after the first; six units of work, a critical path of five. */
const THREE = "5 1\n1\n0 0 3 2 3 4\n2 1 1 4\n1 1 1 5\n3 1 1 5\n0 0 0\n";
/** Its optimum is its critical path of three. */
const PAIR = "4 1\n2\n0 0 2 2 3\n3 1 1 4\n2 1 1 4\n0 0 0\n";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "psplib-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function psplib(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8" });
  return { status, stdout, stderr, summary: stdout ? JSON.parse(stdout) : undefined };
}

test("schedules every project of a folder and says how far it is from the critical path and the best known", () => {
  write({
    "pair.rcp": PAIR,
    "three.rcp": THREE,
    "bounds.csv": "instance,critical_path_lb,best_known_makespan\nthree,5,6\npair,3,3\nother,1,1\n",
    "notes.txt": "not a project",
  });
  const out = join(folder, "out.jsonl");
  const args = ["--bounds", join(folder, "bounds.csv"), "--schedules", "50", "--seed", "3", "--out", out];
  const { status, summary } = psplib(folder, ...args);
  expect(status).toBe(0);
  expect(summary).toMatchObject({
    count: 2,
    deviationFromCriticalPath: 10,
    deviationFromBestKnown: 0,
    withBestKnown: 2,
    belowBestKnown: 0,
    provedOptimal: 2,
    seed: 3,
    refused: {},
  });
  expect(summary.decodesPerSecond).toBeGreaterThan(0);
  expect(summary.drawsPerSecond).toBeGreaterThan(0);
  const [pair, three] = readFileSync(out, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(pair).toEqual({ instance: "pair", makespan: 3, starts: [0, 0, 0, 3] });
  expect(three).toMatchObject({ instance: "three", makespan: 6 });
  const project = readPatterson(THREE);
  expect(project.ok && violationsOf(project.data, three.starts)).toEqual([]);
});

test("names and counts what cannot be scheduled, does the rest, and ends with 1", () => {
  write({
    "broken.sm": "jobs (incl. supersource/sink ):  2\n",
    "circle.rcp": "2 0\n1 1 2\n1 1 1\n",
    "dummies.rcp": "2 1\n1\n0 0 1 2\n0 0 0\n",
    "greedy.rcp": "1 1\n1\n4 2 0\n",
    "pair.rcp": PAIR,
  });
  const { status, stderr, summary } = psplib(folder, "--schedules", "10");
  expect(status).toBe(1);
  expect(summary).toMatchObject({
    count: 1,
    deviationFromBestKnown: null,
    refused: { unreadable: 1, cycle: 1, empty: 1, "demand-over-capacity": 1 },
  });
  expect(stderr.split("\n")).toEqual([
    "broken.sm: unreadable: line 1, expected the number of renewable resources",
    "circle.rcp: cycle: job 1; job 2",
    "dummies.rcp: empty: no job takes time",
    "greedy.rcp: demand-over-capacity: job 1, resource 1",
    "",
  ]);
});

test("a folder without projects is no success", () => {
  const { status, stderr, summary } = psplib(folder);
  expect(status).toBe(1);
  expect(stderr).toContain("no project was scheduled");
  expect(summary).toMatchObject({ count: 0, deviationFromCriticalPath: null });
});

test("says when there is no such folder", () => {
  const { status, stdout, stderr } = psplib(join(folder, "nowhere"));
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("nowhere");
});

test.each([
  [[], "One folder"],
  [["a", "b"], "One folder"],
  [["a", "--schedules", "0"], '--schedules does not take "0"'],
  [["a", "--seed", "x"], '--seed does not take "x"'],
  [["a", "--color"], "--color"],
])("explains itself when asked with %j", (args, message) => {
  const { status, stdout, stderr } = psplib(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("npm run -s psplib -- DIR");
});
