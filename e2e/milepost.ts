import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../packages/server/dist/main.js", import.meta.url));

export interface Milepost {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** Asks it to end and waits; the data stays until `remove`. */
  stop(): Promise<void>;
  remove(): void;
}

/** Starts the built Milepost on a free port with a data folder of its own, or on one that an earlier start left. */
export async function startMilepost(
  options: { dataDir?: string; env?: Record<string, string>; ownGroup?: boolean } = {},
): Promise<Milepost> {
  const { ownGroup = false } = options;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "milepost-e2e-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: String(port), MILEPOST_DATA: dataDir, BASE_URL: url, ...options.env },
    stdio: ["ignore", "pipe", "inherit"],
    detached: ownGroup,
  });
  await ready(child, url);
  return {
    url,
    dataDir,
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`Milepost ended with code ${child.exitCode} before it was ready`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error("Milepost was not ready within a minute");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (!address || typeof address === "string") throw new Error("no free port");
  return address.port;
}
