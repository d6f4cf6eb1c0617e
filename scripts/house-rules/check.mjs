import { checkCycles, checkImports } from "./imports.mjs";
import { checkBarrel, checkName } from "./names.mjs";
import { checkPurity } from "./purity.mjs";
import { checkRoomFigures, checkSizes } from "./sizes.mjs";
import { parseSource } from "./source.mjs";
import { checkSql } from "./sql.mjs";
import { checkTypes } from "./types.mjs";

/**
 * @typedef {import("./source.mjs").Finding} Finding
 * @typedef {import("./imports.mjs").Declared} Declared
 */

/**
 * All house rules over a set of files.
 * @param {Record<string, string>} files path from the root -> text
 * @param {Record<string, Declared>} declared packages by room; "" is the root
 * @returns {{ findings: Finding[], sources: import("./source.mjs").Source[] }}
 */
export function checkHouse(files, declared) {
  const sources = Object.entries(files).map(([path, text]) => parseSource(path, text));
  const findings = sources.flatMap((source) => [
    ...checkImports(source, declared),
    ...checkName(source),
    ...checkBarrel(source),
    ...checkSizes(source),
    ...checkPurity(source),
    ...checkTypes(source),
    ...checkSql(source),
  ]);
  return { findings: [...findings, ...checkCycles(sources), ...checkRoomFigures(sources)], sources };
}
