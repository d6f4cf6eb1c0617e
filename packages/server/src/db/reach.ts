import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Connection } from "./connection.ts";
import { type ServerLogin, startEmbedded } from "./embedded.ts";
import { findPostmaster } from "./postmaster.ts";
import { PORT } from "./socket-folder.ts";

export interface Reached {
  connection: Connection;
  /** Milepost is at work on it just now, or it belongs to somebody else: leave it running. */
  shared: boolean;
  stop(): Promise<void>;
}

/** The database for a command: the server of an address, the one that Milepost is running on, else a start of our own. */
export async function reachDatabase(
  settings: { databaseUrl: string | undefined; dataDir: string },
  say: (line: string) => void,
): Promise<Reached> {
  const leave = async () => undefined;
  if (settings.databaseUrl) return { connection: { url: settings.databaseUrl }, shared: true, stop: leave };
  const running = runningServer(settings.dataDir);
  if (running) return { connection: running, shared: true, stop: leave };
  const started = await startEmbedded({ dataDir: settings.dataDir, log: say });
  return { connection: started.connection, shared: false, stop: () => started.stop() };
}

/** The server that is at work in this data folder now, if any; it is not taken over. */
export function runningServer(dataDir: string): ServerLogin | undefined {
  const db = join(resolve(dataDir), "db");
  const secret = join(resolve(dataDir), "secrets", "database");
  if (!existsSync(db) || !existsSync(secret)) return undefined;
  const clusters = readdirSync(db).filter((name) => /^pg\d+$/.test(name));
  const found = clusters
    .map((name) => findPostmaster(join(realpathSync(db), name)))
    .find((one) => one?.status === "ready");
  if (!found) return undefined;
  const password = readFileSync(secret, "utf8").trim();
  return { host: found.socketFolder, port: PORT, user: "milepost", password, database: "milepost" };
}
