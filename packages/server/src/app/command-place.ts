import { resolve } from "node:path";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import type { Connection } from "../db/connection.ts";
import { joinEmbedded, startEmbedded } from "../db/embedded.ts";
import { FolderTaken } from "../db/folder-lock.ts";
import { newId } from "../kit/id.ts";
import { readSettings, type Settings } from "../kit/settings.ts";
import { ownerOf } from "../people/owner.store.ts";
import { type Installation, openInstallation } from "./installation.ts";

/** Where a command works: what the settings mean, beside a running Milepost or with the database started for it. */
export async function reachDatabase(
  settings: Settings,
): Promise<{ connection: Connection; stop(): Promise<void> }> {
  if (settings.databaseUrl) return { connection: { url: settings.databaseUrl }, stop: async () => undefined };
  try {
    return await startEmbedded({ dataDir: resolve(settings.dataDir), log: say });
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    return { ...(await joinEmbedded(settings.dataDir)), stop: async () => undefined };
  }
}

/** A command that works on the data of this installation, in the words of the verbs. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const log = {
    info: () => undefined,
    warn: (_facts: object, line: string) => say(line),
    error: (_facts: object, line: string) => say(line),
  };
  const installation = await openInstallation(readSettings(process.env), { say, log, reach: reachDatabase });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** Whoever can run commands beside the data acts as the workspace's owner, and the record says so. */
export async function asOwner<T>(services: Services, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { database, kit } = services;
  const actor = await ownerOf(database.maintenance);
  if (!actor)
    throw new CommandRefusal("There is no workspace yet: open Milepost in a browser and set it up first.");
  return database.inWorkspace(actor.workspaceId, (tx) =>
    work({ tx, actor, kit, now: kit.clock.now(), requestId: newId() }),
  );
}

/** A reason that the person at the terminal can act on. */
export class CommandRefusal extends Error {}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
