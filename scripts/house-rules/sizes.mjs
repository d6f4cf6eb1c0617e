import { LIMITS } from "./order.mjs";
import { walk } from "./source.mjs";

/**
 * @typedef {import("./source.mjs").Source} Source
 * @typedef {import("./source.mjs").Node} Node
 * @typedef {import("./source.mjs").Finding} Finding
 * @typedef {{ name: string, line: number, lines: number, limit: number }} Measured
 */

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
/** Of a handful of functions no tenth can be taken. */
const ENOUGH = 20;
const TYPES = ["TSInterfaceDeclaration", "TSTypeAliasDeclaration", "ImportDeclaration"];

/**
 * @param {Source} source
 * @returns {Finding[]}
 */
export function checkSizes(source) {
  const { path } = source;
  const long = source.lines > LIMITS.file && !mayBeLong(source);
  const file = long
    ? [{ path, line: LIMITS.file, rule: "size", message: `${source.lines} lines; ${LIMITS.file} at most` }]
    : [];
  if (source.isTest) return file;
  const functions = measure(source)
    .filter(({ lines, limit }) => lines > limit)
    .map(({ name, line, lines, limit }) => ({
      path,
      line,
      rule: "size",
      message: `${name} has ${lines} lines; ${limit} at most`,
    }));
  return [...file, ...functions];
}

/**
 * One finding per room in which a tenth of the functions is too long, and the figures of all rooms.
 * @param {Source[]} sources
 */
export function roomFigures(sources) {
  const rooms = [...new Set(sources.flatMap(({ room }) => room ?? []))].sort();
  return rooms.map((room) => {
    const own = sources.filter((source) => source.room === room && !source.isTest);
    const files = own.map(({ lines }) => lines);
    const functions = own.flatMap(measure).map(({ lines }) => lines);
    return {
      room,
      files: files.length,
      fileMedian: share(files, 0.5),
      fileP90: share(files, 0.9),
      functions: functions.length,
      functionP90: share(functions, 0.9),
    };
  });
}

/** @param {Source[]} sources @returns {Finding[]} */
export function checkRoomFigures(sources) {
  return roomFigures(sources)
    .filter(({ functions, functionP90 }) => functions >= ENOUGH && functionP90 > LIMITS.functionP90)
    .map(({ room, functionP90 }) => ({
      path: `packages/${room}`,
      line: 1,
      rule: "size",
      message: `a tenth of the functions is longer than ${functionP90} lines; ${LIMITS.functionP90} at most`,
    }));
}

/** @param {number[]} numbers @param {number} part */
function share(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Migrations, generated files, and files of nothing but types. @param {Source} source */
function mayBeLong(source) {
  if (source.path.includes("/migrations/") || source.path.includes(".gen.")) return true;
  return source.body.every((node) => TYPES.includes((node.declaration ?? node).type));
}

/** @param {Source} source @returns {Measured[]} */
function measure(source) {
  /** @type {Measured[]} */
  const found = [];
  walk(source.program, (node, parent) => {
    if (!FUNCTIONS.includes(node.type) || !node.body) return;
    const name = node.id?.name ?? parent?.id?.name ?? parent?.key?.name ?? "a function";
    const line = source.lineAt(node.start);
    const component = source.path.endsWith(".tsx") && /^[A-Z]/.test(name);
    found.push({
      name,
      line,
      lines: source.lineAt(node.end) - line + 1,
      limit: component ? LIMITS.component : LIMITS.function,
    });
  });
  return found;
}
