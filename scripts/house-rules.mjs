import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkHouse } from "./house-rules/check.mjs";
import { roomFigures } from "./house-rules/sizes.mjs";
import { root } from "./start/ready.mjs";

const ROOMS = readdirSync(join(root, "packages"));
const { findings, sources } = checkHouse(readFiles(), readDeclared());

for (const { path, line, rule, message } of findings) console.log(`${path}:${line}  ${rule}: ${message}`);
for (const { room, files, fileMedian, fileP90, functionP90 } of roomFigures(sources)) {
  console.log(
    `${room}: ${files} files, median ${fileMedian}, p90 ${fileP90} lines; functions p90 ${functionP90} lines`,
  );
}
console.log(
  findings.length === 0 ? "The house is in order." : `${findings.length} against the house rules (STYLE.md).`,
);
process.exit(findings.length === 0 ? 0 : 1);

function readFiles() {
  const folders = [...ROOMS.map((room) => `packages/${room}/src`), "scripts", "bench", "commands", "e2e"];
  const paths = folders.flatMap(sourcesBelow);
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** @param {string} folder */
function sourcesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.(mjs|tsx?)$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path));
}

function readDeclared() {
  const places = [["", "."], ...ROOMS.map((room) => [room, `packages/${room}`])];
  return Object.fromEntries(
    places.map(([room, folder]) => {
      const text = readFileSync(join(root, folder ?? ".", "package.json"), "utf8");
      const { dependencies, optionalDependencies, devDependencies } = JSON.parse(text);
      return [
        room,
        {
          run: Object.keys({ ...dependencies, ...optionalDependencies }),
          dev: Object.keys(devDependencies ?? {}),
        },
      ];
    }),
  );
}
