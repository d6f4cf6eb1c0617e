import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, "node_modules");
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

/** Installs the dependencies when they are missing or are not those of the lock file. */
export async function ensureInstalled() {
  const lock = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(join(modules, ".package-lock.json"));
  if (!lock || (installed && isInstalled(lock, installed))) return;
  say("Installing dependencies (npm ci) ...");
  const npm = process.env.npm_execpath;
  // Warnings stay out: Node 24 comes with the packages, so what npm says about an older one does not apply.
  const args = ["ci", "--include=dev", "--include=optional", "--loglevel=error"];
  const status = npm ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  if (status === 0) return;
  say("The dependencies could not be installed; what npm said stands above.");
  process.exit(status);
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} Locked
 */

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}

/**
 * Compares npm's record of what it installed with the lock file. Packages of other platforms may be missing.
 * @param {Record<string, Locked>} lock
 * @param {Record<string, Locked>} installed
 */
function isInstalled(lock, installed) {
  return Object.entries(lock).every(([path, wanted]) => {
    if (!path.includes("node_modules/") || wanted.link) return true;
    const found = installed[path];
    if (!found) return Boolean(wanted.optional || wanted.devOptional);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * Runs a program to its end; when we are told to stop, it is gone before we are. An install that went on by itself would
 * meet the one of the next start in the same folder; a half one is seen there and done again.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function run(program, args) {
  const child = spawn(program, args, { cwd: root, env: toolEnv(), stdio: ["ignore", 2, 2] });
  const stop = () => {
    child.once("exit", () => process.exit(1));
    child.kill("SIGKILL");
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return new Promise((resolve) => {
    const end = (/** @type {number | null} */ code) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve(code ?? 1);
    };
    child.once("exit", end);
    child.once("error", () => end(1));
  });
}

const SIGNALS = /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"]);

/** Builds when there is no build or a source has changed since. */
export async function ensureBuilt() {
  if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === sourceMark()) return;
  say("Building Milepost ...");
  const status = await run(bestNode(), [join(root, "scripts/build.mjs")]);
  if (status !== 0) process.exit(status);
}

/**
 * Notes which sources the build was made from. The mark is taken before the build, so an edit during it counts.
 * @param {string} mark
 */
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
  for (const file of ["package-lock.json", "scripts/build.mjs", "docs/tour.md"])
    markFile(hash, join(root, file));
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
