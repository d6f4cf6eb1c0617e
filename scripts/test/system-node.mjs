import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

// Starts the built server with the machine's own Node, not the one among the dependencies, and asks whether it is well.
const PATIENCE_MS = 60_000;
const program = fileURLToPath(new URL("../../packages/server/dist/main.js", import.meta.url));
const node = ownNode();
const data = mkdtempSync(join(tmpdir(), "milepost-node-"));
const child = spawn(node, [program], {
  env: { ...process.env, PORT: "0", HOST: "127.0.0.1", BASE_URL: "", DATABASE_URL: "", MILEPOST_DATA: data },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => child.once("exit", resolve));

const healthy = await isHealthy();
child.kill("SIGTERM");
const code = await ended;
rmSync(data, { recursive: true, force: true });
const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
console.log(`${version}: ${healthy ? "answers" : "does not answer"}, ends with ${code}`);
process.exit(healthy && code === 0 ? 0 : 1);

/** The first Node on the path that npm did not put there. */
function ownNode() {
  const folders = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"));
  const found = folders.map((folder) => join(folder, "node")).find(runnable);
  return found ?? process.execPath;
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

async function isHealthy() {
  const address = await Promise.race([readAddress(), ended.then(() => undefined), after(PATIENCE_MS)]);
  if (!address) return false;
  const answer = await fetch(`${address}/healthz`);
  return answer.ok;
}

/** @returns {Promise<string | undefined>} the address in the line that says the server is ready */
async function readAddress() {
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    const found = /https?:\/\/[^\s]+/.exec(text);
    if (found) return found[0];
  }
  return undefined;
}

/** @param {number} ms @returns {Promise<undefined>} */
function after(ms) {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
