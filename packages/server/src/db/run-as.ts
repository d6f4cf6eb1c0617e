import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { EmbeddedRefusal } from "./embedded-refusal.ts";

export interface RunAs {
  readonly uid: number;
  readonly gid: number;
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

/** Makes the data folder; opens it for passing through (not for listing) when another user runs the database. */
export function dataFolder(folder: string, user: RunAs | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!user) return;
  const { mode } = statSync(folder);
  chmodSync(folder, (mode & 0o777) | 0o011);
  if (canReach(folder, user)) return;
  throw new EmbeddedRefusal(
    `PostgreSQL does not run as root, and no other user can enter ${folder}, since a folder above it is closed. ` +
      "Start Milepost as an ordinary user, or set MILEPOST_DATA to a folder others may pass through, such as /var/lib/milepost.",
  );
}
