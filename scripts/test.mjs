import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { bestNode, ensureInstalled, root, say, toolEnv } from "./start/ready.mjs";
import { findChromium } from "./test/chromium.mjs";
import { countPlaywright, countVitest } from "./test/counts.mjs";

/**
 * @typedef {{ passed: number, failed: number, note?: string | undefined }} Count
 * @typedef {{ name: string, what: string, run: () => Count }} Step
 */

const out = join(root, ".tmp", "test");

/** @type {Step[]} */
const steps = [
  {
    name: "types",
    what: "types of every room",
    run: () => all(["packages/planning", "packages/server", "packages/web", "."].map(types)),
  },
  {
    name: "lint",
    what: "lint and format",
    run: () => tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
  },
  { name: "house", what: "house rules", run: () => script("scripts/house-rules.mjs") },
  {
    name: "unused",
    what: "unused files, exports and dependencies",
    run: () => tool("knip/bin/knip.js", ["--no-progress"]),
  },
  { name: "unit", what: "unit and API tests", run: unit },
  { name: "build", what: "build", run: () => script("scripts/build.mjs") },
  {
    name: "node",
    what: "start with the machine's own Node",
    run: () => script("scripts/test/system-node.mjs"),
  },
  { name: "api", what: "description of the API", run: api },
  { name: "e2e", what: "browser journeys", run: journeys },
];

await ensureInstalled();
mkdirSync(out, { recursive: true });
process.exit(runSteps(chosen()) ? 0 : 1);

/** Every step runs, also after a failed one: the summary shows all that is wrong. */
function runSteps(/** @type {Step[]} */ list) {
  const done = list.map((step) => {
    say(`\n== ${step.what}`);
    const began = performance.now();
    const count = step.run();
    return { ...step, ...count, seconds: (performance.now() - began) / 1000 };
  });
  say("");
  for (const { failed, passed, what, seconds, note } of done) {
    const verdict = failed > 0 ? "FAILED" : passed > 0 ? "ok    " : "NOTHING";
    say(
      `${verdict} ${what}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s${note ? ` (${note})` : ""}`,
    );
  }
  const sum = (/** @type {"passed" | "failed"} */ key) => done.reduce((total, step) => total + step[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0;
}

function chosen() {
  const only = process.argv.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
  if (!only) return steps;
  const found = steps.filter((step) => only.split(",").includes(step.name));
  if (found.length > 0) return found;
  say(`There is no step "${only}"; there are ${steps.map((step) => step.name).join(", ")}.`);
  process.exit(2);
}

/** @param {string[]} args */
function node(args, env = {}) {
  return spawnSync(bestNode(), args, { cwd: root, env: toolEnv(env), stdio: "inherit" }).status === 0;
}

/** @returns {Count} */
function one(/** @type {boolean} */ ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @returns {Count} */
function all(/** @type {boolean[]} */ results) {
  return one(results.every(Boolean));
}

function types(/** @type {string} */ project) {
  return node([join("node_modules", "typescript", "bin", "tsc"), "-p", project]);
}

function tool(/** @type {string} */ path, /** @type {string[]} */ args) {
  return one(node([join("node_modules", path), ...args]));
}

function script(/** @type {string} */ path) {
  return one(node([path]));
}

function unit() {
  const report = join(out, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = node([join("node_modules", "vitest", "vitest.mjs"), ...args, ...fileFilter()]);
  return countVitest(report, ok);
}

/** `npm test -- --only=unit packages/planning` runs a part of the tests, so does `--only=e2e j3`. */
function fileFilter() {
  return process.argv.slice(2).filter((arg) => !arg.startsWith("--only="));
}

/** @returns {Count} */
function api() {
  const cli = join(root, "packages/server/dist/cli.js");
  if (!existsSync(cli)) return { passed: 0, failed: 1, note: "the build has no cli.js" };
  const file = join(out, "openapi.json");
  const to = openSync(file, "w");
  const written = spawnSync(bestNode(), [cli, "openapi"], { cwd: root, stdio: ["ignore", to, "inherit"] });
  closeSync(to);
  const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const lint = [join("node_modules", "@redocly/cli/bin/cli.js"), "lint", file];
  const types = ["packages/web/generate-types.mjs", "--check"];
  return all([written.status === 0 && node(lint, quiet), node(types)]);
}

/** @returns {Count} */
function journeys() {
  if (!existsSync(join(root, "playwright.config.ts"))) {
    return { passed: 0, failed: 0, note: "there is no playwright.config.ts" };
  }
  const chromium = findChromium();
  if (!chromium.path) return { passed: 0, failed: 1, note: chromium.advice };
  const report = join(out, "playwright.json");
  const ok = node(
    [join("node_modules", "@playwright/test/cli.js"), "test", "--reporter=list,json", ...fileFilter()],
    {
      CHROMIUM_PATH: chromium.path,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  return countPlaywright(report, ok);
}
