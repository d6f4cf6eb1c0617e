import { readdirSync, readFileSync } from "node:fs";
import { setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import type { Row } from "./row.ts";

/** How big the sign-in page is, how soon a start answers, and what the server holds at rest. */
export async function sizeRows(): Promise<Row[]> {
  const first = await startMilepost();
  await setUp(first.url);
  const signIn = await fetch(`${first.url}/signin`, { headers: { accept: "text/html" } }).then((answer) =>
    answer.text(),
  );
  await new Promise((resume) => setTimeout(resume, 10_000));
  const rest = memoryOf(first.process.pid ?? 0, first.dataDir);
  await first.stop();
  const began = performance.now();
  const second = await startMilepost({ dataDir: first.dataDir });
  const start = performance.now() - began;
  await second.stop();
  second.remove();
  return [
    { name: "sign-in page, as sent", value: Buffer.byteLength(signIn) / 1024, unit: "KB", goal: "<= 40 KB" },
    {
      name: "second start of the program to the first 200",
      value: start,
      unit: "ms",
      goal: "<= 2,000 ms with npm start",
    },
    { name: "server at rest: Node + PostgreSQL, PSS", value: rest, unit: "MB", goal: "<= 220 MB" },
  ];
}

function memoryOf(pid: number, dataDir: string): number {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const ours = all.filter(
    (name) => Number(name) === pid || commandOf(name).includes(dataDir) || parentIsOurs(name, dataDir),
  );
  return ours.reduce((sum, name) => sum + pss(name), 0) / 1024;
}

function commandOf(pid: string): string {
  return quietly(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")) ?? "";
}

function parentIsOurs(pid: string, dataDir: string): boolean {
  const status = quietly(() => readFileSync(`/proc/${pid}/status`, "utf8")) ?? "";
  const parent = /PPid:\s+(\d+)/.exec(status)?.[1] ?? "0";
  return /postgres/.test(commandOf(pid)) && commandOf(parent).includes(dataDir);
}

function pss(pid: string): number {
  const text = quietly(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? "";
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}

function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
