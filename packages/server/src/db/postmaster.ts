import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedRefusal } from "./embedded-refusal.ts";
import type { Engine } from "./engine.ts";
import { programOf, startOf } from "./process-identity.ts";
import { commandAs, type RunAs } from "./run-as.ts";

export interface Launch {
  readonly engine: Engine;
  readonly cluster: string;
  readonly arguments: readonly string[];
  readonly user: RunAs | undefined;
  readonly logFile: string;
  readonly log: (line: string) => void;
}

export interface Postmaster {
  readonly pid: number;
  readonly started: string;
  readonly socketFolder: string;
}

/** Another postmaster, or the remains of one, still holds the cluster: worth another look in a moment. */
export class ClusterBusy extends Error {}

interface PidFile extends Omit<Postmaster, "started"> {
  readonly status: string;
}

const LOG_LIMIT = 5 * 1024 * 1024;

/** postmaster.pid as PostgreSQL writes it: number, folder, start, port, socket folder, address, memory key, status. */
function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, socketFolder: lines[4] ?? "", status: (lines[7] ?? "").trim() } : undefined;
  } catch {
    return undefined;
  }
}

/** The live postmaster of this cluster, if there is one. Its file alone proves nothing: numbers are reused. */
export function findPostmaster(cluster: string): (Postmaster & { status: string }) | undefined {
  const file = readPidFile(cluster);
  const started = file && startOf(file.pid);
  if (!file || !started) return undefined;
  const program = programOf(file.pid);
  if (!program || !/^postgres(\b|$)/.test(basename(program.file))) return undefined;
  if (program.folder !== undefined && !sameFolder(program.folder, cluster)) return undefined;
  return { ...file, started };
}

function sameFolder(one: string, other: string): boolean {
  const a = statSync(one, { throwIfNoEntry: false });
  const b = statSync(other, { throwIfNoEntry: false });
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** Starts the server in a session of its own, so that Ctrl-C reaches Milepost first, and waits until it answers. */
export async function launch(plan: Launch): Promise<Postmaster> {
  keepLogSmall(plan.logFile);
  const from = statSync(plan.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnServer(plan);
  const ended = new Promise<void>((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
  const ready = await untilReady(plan, child);
  if (ready) {
    child.unref();
    return ready;
  }
  await ended;
  throw startFailure(plan, from);
}

function spawnServer(plan: Launch): ChildProcess {
  const args = ["-D", plan.cluster, ...plan.arguments];
  const program = commandAs(plan.user, join(plan.engine.bin, "postgres"), args);
  const out = openSync(plan.logFile, "a", 0o600);
  try {
    return spawn(program.file, program.args, {
      cwd: "/",
      env: { ...plan.engine.env, ...staleOwner(plan.cluster) },
      detached: true,
      stdio: ["ignore", out, out],
      ...program.ids,
    });
  } finally {
    closeSync(out);
  }
}

/**
 * In containers process numbers repeat: the dead postmaster's number may now be ours or a neighbour's. PostgreSQL treats
 * its starter's number as not a postmaster; having looked at that process, we can vouch for it. The file itself stays.
 */
function staleOwner(cluster: string): Record<string, string> {
  const file = readPidFile(cluster);
  const unknown = file && startOf(file.pid) !== undefined && programOf(file.pid) === undefined;
  return file && !unknown ? { PG_GRANDPARENT_PID: String(file.pid) } : {};
}

async function untilReady(plan: Launch, child: ChildProcess): Promise<Postmaster | undefined> {
  let rounds = 0;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const file = readPidFile(plan.cluster);
    const started = startOf(child.pid);
    if (file?.pid === child.pid && file.status === "ready" && started) return { ...file, started };
    await pause(rounds < 100 ? 5 : 50);
    rounds += 1;
    if (rounds % 200 === 0)
      plan.log("The database is still starting; after a crash it first repeats what was saved last");
  }
  return undefined;
}

function startFailure(plan: Launch, from: number): Error {
  const said = logSince(plan.logFile, from);
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(said)) {
    return new ClusterBusy(said);
  }
  return new EmbeddedRefusal(
    `The database in ${plan.cluster} did not start. PostgreSQL says:\n${said || "(nothing)"}`,
  );
}

function logSince(logFile: string, from: number): string {
  try {
    return readFileSync(logFile).subarray(from).toString("utf8").trim().split("\n").slice(-12).join("\n");
  } catch {
    return "";
  }
}

function keepLogSmall(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
}

export function isAlive(server: Postmaster): boolean {
  return startOf(server.pid) === server.started;
}

/** For a process that ends in a hurry (a failed start, a crash) and cannot wait for promises: it leaves no server behind. */
export function stopWhileExiting(server: Postmaster): void {
  if (isAlive(server)) process.kill(server.pid, "SIGINT");
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 3_000 && isAlive(server); waited += 10) Atomics.wait(clock, 0, 0, 10);
}

/** Fast stop: open transactions are rolled back, what was committed is written. After 20 s the hard way, still without loss. */
export async function stopPostmaster(server: Postmaster, patienceMs = 20_000): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isAlive(server)) return;
    process.kill(server.pid, signal);
    for (let waited = 0; waited < patienceMs && isAlive(server); waited += 10) await pause(10);
  }
  if (isAlive(server)) throw new Error(`The database server (process ${server.pid}) does not stop.`);
}
