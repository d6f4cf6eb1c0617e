import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { EmbeddedRefusal } from "./embedded-refusal.ts";
import type { Engine } from "./engine.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";
import { commandAs, privateFolder, type RunAs } from "./run-as.ts";
import { syncFolder, writeWhole } from "./whole-file.ts";

const run = promisify(execFile);

const LOCALE = { provider: "builtin", locale: "C.UTF-8" } as const;
export const ADMIN = "postgres";

/** Stands beside the cluster: what a later version must know before it touches the files. */
export interface Manifest {
  readonly engine: "postgresql";
  readonly major: number;
  readonly version: string;
  readonly localeProvider: string;
  readonly locale: string;
  readonly collationVersion: string;
  readonly checksums: boolean;
  readonly createdAt: string;
}

export function clusterFolder(dbFolder: string, major: number): string {
  return join(dbFolder, `pg${major}`);
}

function manifestFile(dbFolder: string, major: number): string {
  return join(dbFolder, `pg${major}.json`);
}

/** Refuses rather than runs on files it does not understand. */
export function checkCluster(dbFolder: string, engine: Engine): void {
  const other = readdirSync(dbFolder).find((name) => /^pg\d+$/.test(name) && name !== `pg${engine.major}`);
  if (other && !existsSync(clusterFolder(dbFolder, engine.major)))
    refuseMajor(dbFolder, other.slice(2), engine);
  const inside = readFileSync(join(clusterFolder(dbFolder, engine.major), "PG_VERSION"), "utf8").trim();
  if (inside !== String(engine.major)) refuseMajor(dbFolder, inside, engine);
  const manifest = readManifest(dbFolder, engine.major);
  if (manifest.localeProvider === LOCALE.provider && manifest.locale === LOCALE.locale) return;
  throw new EmbeddedRefusal(
    `The database in ${dbFolder} sorts text by ${manifest.localeProvider} ${manifest.locale}, ` +
      `Milepost by ${LOCALE.provider} ${LOCALE.locale}. Nothing was changed. Restore it from a backup into a new data folder.`,
  );
}

function refuseMajor(dbFolder: string, found: string, engine: Engine): never {
  throw new EmbeddedRefusal(
    `The database in ${dbFolder} was made by PostgreSQL ${found}; this Milepost brings PostgreSQL ${engine.major}. ` +
      'Nothing was changed. Take a backup with the Milepost you used before ("milepost backup"), ' +
      'then load it here into a new data folder ("milepost restore").',
  );
}

function readManifest(dbFolder: string, major: number): Manifest {
  try {
    return JSON.parse(readFileSync(manifestFile(dbFolder, major), "utf8")) as Manifest;
  } catch {
    throw new EmbeddedRefusal(
      `${manifestFile(dbFolder, major)}, which describes the database beside it, is missing or damaged. ` +
        "Nothing was changed. Put the file back from a backup.",
    );
  }
}

export function hasCluster(dbFolder: string): boolean {
  return readdirSync(dbFolder).some((name) => /^pg\d+$/.test(name));
}

export interface Creation {
  readonly dbFolder: string;
  readonly engine: Engine;
  readonly user: RunAs | undefined;
  readonly adminPassword: string;
  readonly fsync: boolean;
  /** Starts the unfinished cluster, prepares it, stops it, and says which collation version it has. */
  readonly prepare: (unfinished: string) => Promise<string>;
}

/** All or nothing: the cluster gets its name only when it has been started, prepared and stopped once. */
export async function createCluster(plan: Creation): Promise<void> {
  const final = clusterFolder(plan.dbFolder, plan.engine.major);
  const unfinished = `${final}.${randomBytes(4).toString("hex")}.tmp`;
  privateFolder(unfinished, plan.user);
  await initdb(plan, unfinished);
  const collationVersion = await plan.prepare(unfinished);
  const manifest: Manifest = {
    engine: "postgresql",
    major: plan.engine.major,
    version: plan.engine.version,
    localeProvider: LOCALE.provider,
    locale: LOCALE.locale,
    collationVersion,
    checksums: true,
    createdAt: new Date().toISOString(),
  };
  writeWhole(manifestFile(plan.dbFolder, plan.engine.major), `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(unfinished, final);
  syncFolder(plan.dbFolder);
}

/**
 * Removes what an interrupted first start left. An initdb that outlived its Milepost may still be writing there: what
 * cannot be removed now goes at the next start, and each attempt has a folder of its own.
 */
export async function clearUnfinished(dbFolder: string): Promise<void> {
  for (const name of readdirSync(dbFolder).filter((each) => /^pg\d+\..*tmp$/.test(each))) {
    const folder = join(dbFolder, name);
    const left = findPostmaster(folder);
    if (left) await stopPostmaster(left);
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {}
  }
}

async function initdb(plan: Creation, folder: string): Promise<void> {
  const secret = `${folder}-password.tmp`;
  privateFolder(secret, plan.user);
  const pwfile = join(secret, "password");
  const options = [
    ...["-D", folder, "-U", ADMIN, "-E", "UTF8", "--locale=C", "-A", "scram-sha-256", `--pwfile=${pwfile}`],
    ...[`--locale-provider=${LOCALE.provider}`, `--builtin-locale=${LOCALE.locale}`, "--data-checksums"],
    ...(plan.fsync ? [] : ["--no-sync"]),
  ];
  const program = commandAs(plan.user, join(plan.engine.bin, "initdb"), options);
  try {
    writeFileSync(pwfile, plan.adminPassword, { mode: plan.user ? 0o644 : 0o600 });
    await run(program.file, program.args, { cwd: "/", env: plan.engine.env, ...program.ids });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? String(error);
    throw new EmbeddedRefusal(
      `The database could not be created in ${plan.dbFolder}. PostgreSQL says:\n${said.trim()}`,
    );
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}
