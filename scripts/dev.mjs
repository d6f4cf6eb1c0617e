import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bestNode, ensureInstalled, root, toolEnv } from "./start/ready.mjs";

// Node 24 runs the sources as they are and starts anew after each change; Vite serves the team app and passes /api on.
await ensureInstalled();
const server = ["--watch", "--watch-preserve-output", join(root, "packages/server/src/main.ts")];
const web = [join(root, "node_modules/vite/bin/vite.js"), join(root, "packages/web")];
const programs = existsSync(join(root, "packages/web/vite.config.ts")) ? [server, web] : [server];
const children = programs.map((args) =>
  spawn(bestNode(), args, { cwd: root, env: toolEnv(), stdio: "inherit" }),
);

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    for (const child of children) child.kill("SIGTERM");
  });
}
for (const child of children) {
  child.on("exit", (code) => {
    process.exitCode ||= code ?? 0;
    for (const other of children) other.kill("SIGTERM");
  });
}
