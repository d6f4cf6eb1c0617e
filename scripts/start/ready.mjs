import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, "node_modules");
const lockStamp = join(modules, ".milepost-lock");
const buildStamp = join(root, "packages/server/dist/.built");

/** Node 24 comes with the dependencies; without it (say, on another platform) the Node at hand does. */
export function bestNode() {
  const packaged = join(modules, ".bin", "node");
  return existsSync(packaged) ? packaged : process.execPath;
}

/** @param {NodeJS.ProcessEnv} [more] */
export function toolEnv(more) {
  const path = [join(modules, ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, ...more, PATH: path };
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Installs the dependencies when they are missing or belong to another lock file. */
export function ensureInstalled() {
  const lock = join(root, "package-lock.json");
  if (!existsSync(lock)) return;
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (installedFor(lock) === wanted) return;
  say("Installing dependencies (npm ci) ...");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) {
    say("The dependencies could not be installed; what npm said stands above.");
    process.exit(done.status ?? 1);
  }
  writeFileSync(lockStamp, wanted);
}

/**
 * Which lock file the installed dependencies belong to. An installation by hand leaves no stamp: npm's own record tells.
 * @param {string} lock
 */
function installedFor(lock) {
  if (existsSync(lockStamp)) return readFileSync(lockStamp, "utf8");
  const record = statSync(join(modules, ".package-lock.json"), { throwIfNoEntry: false });
  if (!record || record.mtimeMs < statSync(lock).mtimeMs) return undefined;
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  try {
    writeFileSync(lockStamp, hash);
  } catch {}
  return hash;
}

/** Builds when there is no build or a source has changed since. */
export function ensureBuilt() {
  if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === sourceMark()) return;
  say("Building Milepost ...");
  const done = spawnSync(bestNode(), [join(root, "scripts/build.mjs")], {
    cwd: root,
    env: toolEnv(),
    stdio: ["ignore", 2, 2],
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Notes which sources the build was made from. The mark is taken before the build, so an edit during it counts. */
/** @param {string} mark */
export function stampBuild(mark) {
  writeFileSync(buildStamp, mark);
}

/** Names, sizes and times of everything the build reads: cheap enough for every start. */
export function sourceMark() {
  const hash = createHash("sha256");
  const packages = join(root, "packages");
  for (const room of readdirSync(packages).sort()) {
    mark(hash, join(packages, room));
  }
  for (const file of ["package-lock.json", "scripts/build.mjs"]) markFile(hash, join(root, file));
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} folder
 */
function mark(hash, folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (["node_modules", "dist", "testing"].includes(entry.name) || entry.name.includes(".test.")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) mark(hash, path);
    else markFile(hash, path);
  }
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 */
function markFile(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
}
