import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ADMIN, checkCluster, clearUnfinished, clusterFolder, createCluster, hasCluster } from "./cluster.ts";
import { prepareDatabase, type ServerLogin, servedFolder } from "./cluster-admin.ts";
import { asArguments, clusterSettings } from "./cluster-settings.ts";
import { EmbeddedRefusal } from "./embedded-refusal.ts";
import { type Engine, findEngine } from "./engine.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import {
  ClusterBusy,
  findPostmaster,
  isAlive,
  launch,
  type Postmaster,
  stopPostmaster,
  stopWhileExiting,
} from "./postmaster.ts";
import { chooseUser, dataFolder, privateFolder, type RunAs } from "./run-as.ts";
import { PORT, socketFolder } from "./socket-folder.ts";
import { keptSecret } from "./whole-file.ts";

export type { ServerLogin } from "./cluster-admin.ts";

export interface EmbeddedWish {
  readonly dataDir: string;
  /** Lines for the person at the terminal: what a start is busy with. */
  readonly log?: (line: string) => void;
  /** Only tests give up durability. */
  readonly fsync?: boolean;
  readonly maxConnections?: number;
}

export interface Embedded {
  /** Role `milepost`, owner of the database `milepost`. */
  readonly connection: ServerLogin;
  /** The superuser on the database `postgres`, for upkeep and tests. */
  readonly adminConnection: ServerLogin;
  /** The server of an earlier process was still running and is used on. */
  readonly adopted: boolean;
  readonly firstStart: boolean;
  stop(): Promise<void>;
}

interface Place extends Required<Pick<EmbeddedWish, "log" | "fsync" | "maxConnections">> {
  readonly dbFolder: string;
  readonly engine: Engine;
  readonly user: RunAs | undefined;
  readonly passwords: { readonly admin: string; readonly app: string };
}

const PATIENCE_MS = 60_000;

/** Starts the private PostgreSQL of a data folder, or takes over the one that is still running there. */
export async function startEmbedded(wish: EmbeddedWish): Promise<Embedded> {
  const data = resolve(wish.dataDir);
  const log = wish.log ?? (() => undefined);
  dataFolder(data, undefined);
  const lock = await lockFolder(data, log);
  try {
    const place = preparePlace(realpathSync(data), { ...wish, log });
    await clearUnfinished(place.dbFolder);
    const firstStart = !hasCluster(place.dbFolder);
    if (firstStart) await create(place);
    checkCluster(place.dbFolder, place.engine);
    const { server, adopted } = await adoptOrStart(place);
    return running(place, server, lock, { adopted, firstStart });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The server that another Milepost of this data folder is running, for the command line beside it. */
export async function joinEmbedded(
  dataDir: string,
): Promise<Pick<Embedded, "connection" | "adminConnection">> {
  const place = preparePlace(realpathSync(resolve(dataDir)), { dataDir, log: () => undefined });
  const server = await adopt(place, clusterFolder(place.dbFolder, place.engine.major));
  if (!server) throw new EmbeddedRefusal("Milepost is running, but its database server does not answer.");
  const [adminConnection, connection] = connections(place, server);
  return { adminConnection, connection };
}

function preparePlace(data: string, wish: EmbeddedWish & { log: (line: string) => void }): Place {
  const dbFolder = join(data, "db");
  const user = dataFolder(data, chooseUser(dbFolder));
  privateFolder(dbFolder, user);
  return {
    dbFolder,
    user,
    engine: findEngine(dbFolder, user),
    passwords: {
      admin: keptSecret(join(data, "secrets", "database-admin")),
      app: keptSecret(join(data, "secrets", "database")),
    },
    log: wish.log,
    fsync: wish.fsync ?? true,
    maxConnections: wish.maxConnections ?? 20,
  };
}

async function create(place: Place): Promise<void> {
  place.log("Creating the database (first start only)");
  await createCluster({
    ...place,
    adminPassword: place.passwords.admin,
    prepare: async (unfinished) => {
      const server = await start(place, unfinished);
      try {
        return await prepareDatabase(...connections(place, server));
      } finally {
        await stopPostmaster(server);
      }
    },
  });
}

/** The one place that decides between taking over and starting; never two servers on one cluster. */
async function adoptOrStart(place: Place): Promise<{ server: Postmaster; adopted: boolean }> {
  const cluster = clusterFolder(place.dbFolder, place.engine.major);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const adopted = await adopt(place, cluster);
      return adopted
        ? { server: adopted, adopted: true }
        : { server: await start(place, cluster), adopted: false };
    } catch (error) {
      if (!(error instanceof ClusterBusy)) throw error;
      if (Date.now() > until) throw new EmbeddedRefusal(`The database stays busy: ${error.message}`);
      await pause(100);
    }
  }
}

async function adopt(place: Place, cluster: string): Promise<Postmaster | undefined> {
  const found = findPostmaster(cluster);
  if (!found) return undefined;
  if (found.status !== "ready")
    throw new ClusterBusy(`process ${found.pid} is ${found.status || "starting"}`);
  const [admin] = connections(place, found);
  if (realpathSync(await servedFolder(admin)) !== cluster) return undefined;
  place.log("Taking over the database server that was still running");
  return found;
}

function start(place: Place, cluster: string): Promise<Postmaster> {
  const settings = clusterSettings({
    socketFolder: socketFolder(place.dbFolder, place.user),
    major: place.engine.major,
    fsync: place.fsync,
    maxConnections: place.maxConnections,
  });
  const logFile = join(place.dbFolder, "postgres.log");
  return launch({ ...place, cluster, arguments: asArguments(settings), logFile });
}

function connections(place: Place, server: Postmaster): [admin: ServerLogin, app: ServerLogin] {
  const at = { host: server.socketFolder, port: PORT };
  return [
    { ...at, user: ADMIN, password: place.passwords.admin, database: "postgres" },
    { ...at, user: "milepost", password: place.passwords.app, database: "milepost" },
  ];
}

interface Circumstances {
  readonly adopted: boolean;
  readonly firstStart: boolean;
}

function running(place: Place, first: Postmaster, lock: FolderLock, how: Circumstances): Embedded {
  const [adminConnection, connection] = connections(place, first);
  let server = first;
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    place.log("The database server ended without being asked to; starting it again");
    try {
      server = (await adoptOrStart(place)).server;
    } catch (error) {
      place.log(`It could not be started: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const watch = setInterval(() => {
    if (reviving || isAlive(server)) return;
    reviving = revive().finally(() => {
      reviving = undefined;
    });
  }, 1_000).unref();
  const leave = () => {
    stopWhileExiting(server);
    lock.release();
  };
  process.once("exit", leave);
  const end = async () => {
    clearInterval(watch);
    await reviving;
    await stopPostmaster(server);
    process.off("exit", leave);
    lock.release();
  };
  let ending: Promise<void> | undefined;
  return {
    connection,
    adminConnection,
    adopted: how.adopted,
    firstStart: how.firstStart,
    stop() {
      ending ??= end();
      return ending;
    },
  };
}
