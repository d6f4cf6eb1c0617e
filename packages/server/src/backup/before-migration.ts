import { join } from "node:path";
import type { Connection } from "../db/connection.ts";
import { backup, backupName } from "./backup.ts";

/** What `migrate` asks for before it touches data that is there: a verified archive in `backups/`, or no migration. */
export async function backupBefore(
  of: { connection: Connection; dataDir: string; version: string; now: Date },
  pending: readonly string[],
): Promise<string> {
  const name = backupName(of.now, `before-${pending[0] ?? "migration"}`);
  await backup(of, join(of.dataDir, "backups", name));
  return name;
}
