import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

export interface Floor {
  url: string;
  stop(): Promise<void>;
}

/** The floor runs beside Milepost, not inside the process that measures. */
export async function startFloor(connection: object, board: unknown): Promise<Floor> {
  const folder = mkdtempSync(join(tmpdir(), "milepost-floor-"));
  const [packed, plain] = [join(folder, "packed"), join(folder, "plain")];
  writeFileSync(plain, JSON.stringify(board));
  writeFileSync(packed, gzipSync(JSON.stringify(board)));
  const program = fileURLToPath(new URL("./floor.ts", import.meta.url));
  const child = spawn(process.execPath, [program, JSON.stringify(connection), packed, plain], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true });
    },
  };
}
