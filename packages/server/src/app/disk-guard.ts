import { statfs } from "node:fs/promises";

const MIB = 1_048_576;
const FLOOR = 500 * MIB;
const EVERY_MS = 5_000;

export interface DiskGuard {
  /** Why writing is refused now, or null. */
  reason(): string | null;
  /** Looks at once instead of at the next turn. */
  look(): Promise<void>;
  stop(): void;
}

export interface DiskWish {
  floor?: number | undefined;
  free?: (folder: string) => Promise<number>;
}

/** Reading goes on and writing stops while the data folder's disk is nearly full; with room again it recovers by itself. */
export async function guardDisk(
  folder: string,
  { floor = FLOOR, free = freeBytes }: DiskWish = {},
): Promise<DiskGuard> {
  let reason: string | null = null;
  const look = async () => {
    const left = await free(folder).catch(() => null);
    if (left === null) reason = "The data folder cannot be reached. Reading goes on; nothing can be saved.";
    else if (left < floor)
      reason = `The disk is nearly full (${Math.floor(left / MIB)} MB free). Reading goes on; nothing can be saved.`;
    else reason = null;
  };
  await look();
  const timer = setInterval(() => void look(), EVERY_MS).unref();
  return { reason: () => reason, look, stop: () => clearInterval(timer) };
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
