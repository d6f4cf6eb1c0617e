import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { makeDataFolder } from "../kit/data-folder.ts";
import { EmbeddedRefusal } from "./embedded-refusal.ts";

export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  /** A capability that lets this user through closed folders above the data folder. */
  readonly passes?: string;
}

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** How to run a program as that user. */
export function commandAs(user: RunAs | undefined, file: string, args: readonly string[]): Command {
  if (!user) return { file, args, ids: {} };
  const { uid, gid, passes } = user;
  if (!passes) return { file, args, ids: { uid, gid } };
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const capability = ["--securebits=+no_setuid_fixup", `--inh-caps=+${passes}`, `--ambient-caps=+${passes}`];
  return { file: "setpriv", args: [...ids, ...capability, "--", file, ...args], ids: {} };
}

/** PostgreSQL refuses to run as root. Undefined means: as whoever we are. */
export function chooseUser(clusterFolder: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ["postgres", "nobody"]) {
    const found = lookUp(name);
    if (found) return found;
  }
  throw new EmbeddedRefusal(
    "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody. Start Milepost as an ordinary user.",
  );
}

function lookUp(name: string): RunAs | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    const found = { uid: id("-u"), gid: id("-g") };
    return found.uid > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Whether that user may enter every folder down to this one. */
export function canReach(folder: string, user: RunAs): boolean {
  let at = realpathSync(folder);
  for (;;) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const up = dirname(at);
    if (up === at) return true;
    at = up;
  }
}

/** Makes a folder only this user can read. */
export function privateFolder(folder: string, user: RunAs | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) {
    chmodSync(folder, 0o700);
    chownSync(folder, user.uid, user.gid);
  }
}

/**
 * Makes the data folder and, where another user runs the database, opens it for passing through (not for listing).
 * Below a closed folder, such as root's own home, that user gets leave to pass where the machine knows how.
 */
export function dataFolder(folder: string, user: RunAs | undefined): RunAs | undefined {
  makeDataFolder(folder);
  if (!user) return undefined;
  const { mode } = statSync(folder);
  chmodSync(folder, (mode & 0o777) | 0o011);
  if (canReach(folder, user)) return user;
  const passes = passingCapability();
  if (passes) return { ...user, passes };
  throw new EmbeddedRefusal(
    `PostgreSQL does not run as root, and no other user can enter ${folder}, since a folder above it is closed. ` +
      "Start Milepost as an ordinary user, or set MILEPOST_DATA to a folder others may pass through, such as /var/lib/milepost.",
  );
}

const CAPABILITIES = [
  ["dac_read_search", 2],
  ["dac_override", 1],
] as const;

/** What root itself holds and setpriv can hand on; containers often hold only the second. */
function passingCapability(): string | undefined {
  try {
    const held = /^CapPrm:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    execFileSync("setpriv", ["--version"], { stdio: "pipe" });
    const bits = BigInt(`0x${held ?? "0"}`);
    return CAPABILITIES.find(([, bit]) => (bits >> BigInt(bit)) & 1n)?.[0];
  } catch {
    return undefined;
  }
}
