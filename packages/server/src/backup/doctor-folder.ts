import { existsSync, readdirSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import { blobPath } from "../kit/blob-path.ts";
import type { Finding } from "./doctor.ts";

const DAY = 86_400_000;
const MIB = 1_048_576;
const TOO_LITTLE = 500 * MIB;
const TIGHT = 2_048 * MIB;

/** Every file that the database names must be there; what nobody names only takes room. */
export async function storedFiles(dataDir: string, hashes: readonly string[]): Promise<Finding[]> {
  const about = "files";
  const missing = hashes.filter((hash) => !existsSync(blobPath(resolve(dataDir), hash)));
  const known = new Set(hashes);
  const orphans = present(dataDir).filter((name) => !known.has(name));
  const findings: Finding[] = [
    missing.length > 0
      ? {
          about,
          state: "problem",
          words: `${missing.length} of ${hashes.length} are missing; restore them from a backup. The first: ${missing[0]}.`,
        }
      : { about, state: "ok", words: `All ${hashes.length} that the database names are there.` },
  ];
  if (orphans.length > 0)
    findings.push({
      about,
      state: "note",
      words: `${orphans.length} are not named by the database any more; they only take room.`,
    });
  return findings;
}

function present(dataDir: string): string[] {
  const folder = join(resolve(dataDir), "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name))
    .map((one) => one.name);
}

export async function diskSpace(dataDir: string): Promise<Finding[]> {
  const about = "disk";
  const folder = resolve(dataDir);
  if (!existsSync(folder)) return [];
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const words = `${Math.floor(free / MIB).toLocaleString("en")} MiB are free`;
  if (free < TOO_LITTLE)
    return [{ about, state: "problem", words: `Only ${words}; below 500 MiB Milepost refuses to write.` }];
  return [{ about, state: free < TIGHT ? "note" : "ok", words: `${words}.` }];
}

export function backupAge(dataDir: string, now: Date): Finding {
  const about = "backups";
  const folder = join(resolve(dataDir), "backups");
  const times = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".tar"))
    .map((name) => statSync(join(folder, name)).mtimeMs);
  if (times.length === 0)
    return {
      about,
      state: "note",
      words: "There is none in the data folder yet. Take one with: milepost backup FILE.",
    };
  const days = Math.floor((now.getTime() - Math.max(...times)) / DAY);
  const words = `The newest of ${times.length} is ${days < 1 ? "less than a day" : `${days} days`} old.`;
  return { about, state: days > 7 ? "note" : "ok", words };
}
