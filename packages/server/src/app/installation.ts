import { join, resolve } from "node:path";
import { backupBefore } from "../backup/before-migration.ts";
import type { Connection } from "../db/connection.ts";
import { type Database, openDatabase } from "../db/database.ts";
import { startEmbedded } from "../db/embedded.ts";
import { refuseBypassingLogin, refuseBypassingRole } from "../db/guard.ts";
import { migrate } from "../db/migrate.ts";
import { keptSecret } from "../db/whole-file.ts";
import { systemClock } from "../kit/clock.ts";
import type { Kit, Log } from "../kit/context.ts";
import { makeDataFolder } from "../kit/data-folder.ts";
import { Secret } from "../kit/secret.ts";
import type { Settings } from "../kit/settings.ts";
import { VERSION } from "../kit/version.ts";

export interface Installation {
  kit: Kit;
  database: Database;
  connection: Connection;
  embedded: boolean;
  /** Ends the pools, then the database server if it is ours. */
  close(): Promise<void>;
}

interface Hooks {
  say: (line: string) => void;
  log: Log;
  readOnlyReason?: () => string | null;
  /** How to get at the database server; the server program starts its own. */
  reach?: (settings: Settings) => Promise<{ connection: Connection; stop(): Promise<void> }>;
}

/** Everything between the settings and a database that may be served: start or reach it, migrate, check the role. */
export async function openInstallation(settings: Settings, hooks: Hooks): Promise<Installation> {
  const dataDir = resolve(settings.dataDir);
  makeDataFolder(dataDir);
  const server = await (hooks.reach?.(settings) ?? reachServer(settings, dataDir, hooks));
  try {
    await refuseBypassingLogin(server.connection);
    const steps = await migrate(server.connection, {
      beforeExistingData: async (pending) => {
        hooks.say("Backing the data up before the database changes");
        const now = systemClock.now();
        await backupBefore({ connection: server.connection, dataDir, version: VERSION, now }, pending);
      },
    });
    if (steps.length > 0) hooks.say(`Database brought up to ${steps.at(-1)}`);
    let isOpen = true;
    const database = openDatabase(server.connection, (error) => {
      if (isOpen) hooks.log.warn({ kind: error.name }, "database connection lost");
    });
    await refuseBypassingRole(database);
    const kit: Kit = {
      clock: systemClock,
      log: hooks.log,
      baseUrl: settings.baseUrl,
      dataDir,
      linkKey: new Secret(keptSecret(join(dataDir, "secrets", "links"))),
      authSecret: new Secret(keptSecret(join(dataDir, "secrets", "auth"))),
      mail: {
        configured: settings.smtpUrl !== undefined,
        from: settings.mailFrom ?? `Milepost <milepost@${new URL(settings.baseUrl).hostname}>`,
        answersTo: settings.mailIn?.address ?? null,
      },
      publishHoldMs: settings.publishHoldMs,
      readOnlyReason: hooks.readOnlyReason ?? (() => null),
    };
    const close = async () => {
      isOpen = false;
      await database.close();
      await server.stop();
    };
    return { kit, database, connection: server.connection, embedded: !settings.databaseUrl, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function reachServer(
  settings: Settings,
  dataDir: string,
  hooks: Hooks,
): Promise<{ connection: Connection; stop(): Promise<void> }> {
  if (settings.databaseUrl) return { connection: { url: settings.databaseUrl }, stop: async () => undefined };
  return startEmbedded({ dataDir, log: hooks.say });
}
