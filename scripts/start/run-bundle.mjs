import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import "./follow-parent.mjs";
import { bestNode, ensureBuilt, ensureInstalled, root, say } from "./ready.mjs";

/**
 * Makes ready and runs one program of the server bundle: in this process where it is Node 24, else under Node 24.
 * @param {"main" | "cli"} name
 * @param {string[]} args
 */
export async function runBundle(name, args) {
  await ensureInstalled();
  await ensureBuilt();
  const program = join(root, "packages/server/dist", `${name}.js`);
  if (!existsSync(program)) {
    say(`The build has no ${name}.js.`);
    process.exit(1);
  }
  const node = bestNode();
  if (node === process.execPath || Number.parseInt(process.versions.node, 10) >= 24) {
    process.argv = [process.execPath, program, ...args];
    await import(pathToFileURL(program).href);
    return;
  }
  follow(node, [program, ...args]);
}

/**
 * @param {string} node
 * @param {string[]} args
 */
function follow(node, args) {
  const leash = pathToFileURL(join(root, "scripts/start/follow-parent.mjs")).href;
  const child = spawn(node, ["--import", leash, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // A terminal sends Ctrl-C to the child as well; sent twice it would read as impatience.
  const pass = /** @type {const} */ (["SIGTERM", "SIGHUP", "SIGINT"]);
  for (const signal of pass) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    for (const each of pass) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}
