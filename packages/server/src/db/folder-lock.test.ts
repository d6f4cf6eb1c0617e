import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import { processSpace, startOf } from "./process-identity.ts";

const quiet = () => undefined;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "milepost-lock-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function leaveLock(at: string, holder: object): string {
  const path = join(at, "milepost.lock");
  writeFileSync(
    path,
    JSON.stringify({ pid: process.pid, started: startOf(process.pid), space: processSpace(), ...holder }),
  );
  return path;
}

/** The number of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test("a live holder keeps the folder; a released one leaves nothing behind", async () => {
  const at = folder();
  const lock = await lockFolder(at, quiet);
  await expect(lockFolder(at, quiet)).rejects.toThrow(`process ${process.pid}`);
  lock.release();
  expect(readdirSync(at)).toEqual([]);
});

test.each([
  ["of a process that was killed", { pid: deadPid() }],
  ["of a number that now belongs to another process", { started: "before the last boot" }],
])("a lock %s is taken over", async (_what, holder) => {
  const at = folder();
  leaveLock(at, holder);
  const lock = await lockFolder(at, quiet);
  await expect(lockFolder(at, quiet)).rejects.toThrow(/already running/);
  lock.release();
});

test("a lock file that a power cut emptied is nobody's", async () => {
  const at = folder();
  writeFileSync(join(at, "milepost.lock"), "");
  const lock = await lockFolder(at, quiet);
  lock.release();
  expect(readdirSync(at)).toEqual([]);
});

test("a holder in another container keeps the folder as long as its lock beats", async () => {
  const at = folder();
  const path = leaveLock(at, { space: "another container" });
  const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 100);
  onTestFinished(() => clearInterval(beat));
  await expect(lockFolder(at, quiet)).rejects.toThrow(/already running/);
});

test("of many who find the same stale lock one gets the folder", async () => {
  const at = folder();
  leaveLock(at, { pid: deadPid() });
  const tries = await Promise.allSettled([...Array(8)].map(() => lockFolder(at, quiet)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
