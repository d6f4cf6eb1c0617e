import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "../start/ready.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const ADVICE =
  "no Chromium found: run `sudo apt-get install -y chromium`, or set CHROMIUM_PATH to a Chromium or Chrome";

/**
 * The browser of the journeys: CHROMIUM_PATH, the one of this machine, or one installed with apt where that is allowed.
 * @returns {{ path: string, advice?: undefined } | { path?: undefined, advice: string }}
 */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    return runnable(asked)
      ? { path: asked }
      : { advice: `CHROMIUM_PATH is ${asked}, but that cannot be run` };
  }
  const path = onThisMachine() ?? (installWithApt() ? onThisMachine() : undefined);
  return path ? { path } : { advice: ADVICE };
}

function onThisMachine() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, MAC].find(runnable);
}

/** @param {string} path */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installWithApt() {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  say("Installing Chromium (apt-get install chromium) ...");
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", args, {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", 2, 2],
      timeout: 300_000,
    }).status === 0;
  apt("update", "-qq");
  return apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
}
