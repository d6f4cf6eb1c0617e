import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedRefusal } from "./embedded-refusal.ts";
import { processSpace, startOf } from "./process-identity.ts";

export interface FolderLock {
  release(): void;
}

/** Another Milepost works on this data folder right now. */
export class FolderTaken extends EmbeddedRefusal {}

interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly space: string;
}

const BEAT_MS = 5_000;
const SILENCE_MS = 15_000;

/**
 * One Milepost per data folder. The lock names its process by number and start, so it ends with the process however
 * that ends. A process of another container or machine cannot be looked up: there a beat on the file tells.
 */
export async function lockFolder(folder: string, log: (line: string) => void): Promise<FolderLock> {
  const path = join(folder, "milepost.lock");
  for (;;) {
    if (claim(path)) return held(path);
    const text = read(path);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder && (await stillThere(path, holder, log))) {
      throw new FolderTaken(
        `Another Milepost (process ${holder.pid}) is already running on the data folder ${folder}. ` +
          "Stop it first, or give this one a folder of its own with MILEPOST_DATA.",
      );
    }
    removeStale(path, text);
  }
}

function claim(path: string): boolean {
  const started = startOf(process.pid) ?? "";
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, started, space: processSpace() }), { mode: 0o600 });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function held(path: string): FolderLock {
  const text = read(path);
  const beat = setInterval(() => touch(path), BEAT_MS).unref();
  return {
    release() {
      clearInterval(beat);
      if (read(path) === text) rmSync(path, { force: true });
    },
  };
}

/** A failed beat is no reason to stop: the number and start of the process still hold the folder on this machine. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {}
}

async function stillThere(path: string, holder: Holder, log: (line: string) => void): Promise<boolean> {
  if (holder.space === processSpace()) return startOf(holder.pid) === holder.started;
  log("The data folder was in use by another machine or container; waiting to see whether it still is");
  const before = beatOf(path);
  for (let waited = 0; waited < SILENCE_MS; waited += 500) {
    await pause(500);
    if (beatOf(path) !== before) return beatOf(path) !== undefined;
  }
  return false;
}

/** Moves the stale lock aside instead of deleting it: if a faster process took over meanwhile, its lock is put back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, path);
    } catch {}
  }
  rmSync(aside, { force: true });
}

function beatOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** A power cut can leave an empty file behind: that is nobody's lock. */
function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}
