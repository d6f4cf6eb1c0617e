import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Where a process number means something: this machine, and on Linux this container. */
export function processSpace(): string {
  const space = attempt(() => readlinkSync("/proc/self/ns/pid"));
  return space ? `${hostname()} ${space}` : hostname();
}

/** When a process began, as text to compare; undefined when no such process runs. Numbers are reused, this pair is not. */
export function startOf(pid: number): string | undefined {
  if (process.platform !== "linux") {
    return attempt(() => execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], QUIET).trim() || undefined);
  }
  const [state, ticks] = statOf(pid);
  if (state === undefined || state === "Z" || state === "X") return undefined;
  const boot = attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  return `${boot ?? ""} ${ticks ?? ""}`;
}

/** The file a process runs, and the folder it works in; undefined where it is gone or not ours to ask. */
export function programOf(pid: number): { file: string; folder: string | undefined } | undefined {
  if (process.platform !== "linux") {
    const file = attempt(() => execFileSync("ps", ["-o", "comm=", "-p", String(pid)], QUIET).trim());
    return file ? { file, folder: undefined } : undefined;
  }
  const file = attempt(() => readlinkSync(`/proc/${pid}/exe`));
  return file ? { file, folder: attempt(() => readlinkSync(`/proc/${pid}/cwd`)) } : undefined;
}

const QUIET = { encoding: "utf8", stdio: "pipe" } as const;

/** State and start ticks. The name before them stands in brackets and may hold blanks. */
function statOf(pid: number): [string | undefined, string | undefined] {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return [fields[0], fields[19]];
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
