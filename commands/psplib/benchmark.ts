import { appendFileSync, writeFileSync } from "node:fs";
import { criticalPathLength, improve, type Rcpsp, type RcpspProgress } from "@milepost/planning";
import { calibrate } from "../../bench/calibration.ts";
import { readBestKnown } from "./bounds.ts";
import type { Options } from "./options.ts";
import { type Project, projectFiles, readProject } from "./project.ts";
import { type Result, summaryOf } from "./summary.ts";

/** So many schedules are made between two looks at the clock. */
const SLICE = 200;
const TRIAL = 2000;

/**
 * Schedules every project of the folder. What cannot be scheduled is told to `say`, counted, and makes the benchmark incomplete; so does
 * a folder without projects.
 */
export function runBenchmark(options: Options, say: (line: string) => void) {
  const { folder, bounds, out, seed } = options;
  const bestKnown = bounds === undefined ? null : readBestKnown(bounds);
  if (out !== undefined) writeFileSync(out, "");
  const drawsPerSecond = calibrate() * 1000;
  const results: Result[] = [];
  const refused: Record<string, number> = {};
  for (const file of projectFiles(folder)) {
    const project = readProject(folder, file);
    if (!project.ok) {
      say(`${file}: ${project.code}: ${project.facts}`);
      refused[project.code] = (refused[project.code] ?? 0) + 1;
      continue;
    }
    const result = schedule(project, options, bestKnown?.get(project.instance));
    results.push(result);
    if (out !== undefined) appendFileSync(out, `${lineOf(result)}\n`);
  }
  if (results.length === 0) say(`${folder}: no project was scheduled`);
  const complete = results.length > 0 && Object.keys(refused).length === 0;
  return { summary: summaryOf(results, { refused, seed, drawsPerSecond }), complete };
}

function schedule(
  { instance, rcpsp }: Extract<Project, { ok: true }>,
  options: Options,
  bestKnown: number | undefined,
): Result {
  const { seed, seconds = Number.POSITIVE_INFINITY } = options;
  const schedules = options.schedules ?? schedulesWithin(rcpsp, seconds);
  const limit = options.schedules ?? Number.POSITIVE_INFINITY;
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const elapsed = () => (performance.now() - began) / 1000;
  const search = improve(rcpsp, { seed, schedules });
  let progress: RcpspProgress = search.step(1);
  for (let made = 1; made < limit && !progress.proved && elapsed() < seconds; made += SLICE) {
    progress = search.step(Math.min(SLICE, limit - made));
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    instance,
    progress,
    seconds: elapsed(),
    cpuSeconds: (user + system) / 1e6,
    criticalPath: criticalPathLength(rcpsp),
    ...(bestKnown === undefined ? {} : { bestKnown }),
  };
}

/** How many schedules to lay the search out for: what this machine makes of the project in that time, by a short trial. */
function schedulesWithin(rcpsp: Rcpsp, seconds: number): number {
  const began = performance.now();
  const { schedules } = improve(rcpsp, { seed: 0 }).step(TRIAL);
  return Math.round((seconds * 1000 * schedules) / Math.max(1, performance.now() - began));
}

function lineOf({ instance, progress: { makespan, starts } }: Result): string {
  return JSON.stringify({ instance, makespan, starts });
}
