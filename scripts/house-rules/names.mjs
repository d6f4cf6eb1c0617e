import { basename, dirname } from "node:path";
import { BARRELS, ROLES, VAGUE_NAMES } from "./order.mjs";

/**
 * @typedef {import("./source.mjs").Source} Source
 * @typedef {import("./source.mjs").Node} Node
 * @typedef {import("./source.mjs").Finding} Finding
 */

const WORD = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * `<noun>.<role>.ts(x)`, kebab-case, no vague words. A test carries the name of what it tests: `<noun>.<verb>.test.ts`.
 * @param {Source} source
 * @returns {Finding[]}
 */
export function checkName(source) {
  if (!source.room) return [];
  const [noun = "", ...roles] = basename(source.path)
    .replace(/\.(d\.ts|gen\.ts|tsx?)$/, "")
    .split(".");
  const folders = dirname(source.inside)
    .split("/")
    .filter((part) => part !== ".");
  const say = (/** @type {string} */ message) => ({ path: source.path, line: 1, rule: "name", message });
  const words = [noun, ...folders].flatMap((part) => part.split("-"));
  const vague = words.find((word) => VAGUE_NAMES.includes(word));
  if (vague) return [say(`"${vague}" says nothing; name the thing`)];
  const odd = [noun, ...folders].find((part) => !WORD.test(part));
  if (odd !== undefined) return [say(`"${odd}" is not kebab-case`)];
  const isTest = roles.at(-1) === "test";
  const role = roles.find((each) => (isTest ? !WORD.test(each) : !ROLES.includes(each)));
  return role === undefined ? [] : [say(`"${role}" is not a role; there are ${ROLES.join(", ")}`)];
}

/**
 * A file that only passes on the exports of others hides where things live and makes circles.
 * @param {Source} source
 * @returns {Finding[]}
 */
export function checkBarrel(source) {
  if (BARRELS.includes(source.path)) return [];
  const passesOn = (/** @type {Node} */ node) => node.type.startsWith("Export") && node.source;
  const all = source.body.find((node) => node.type === "ExportAllDeclaration");
  if (all)
    return [
      {
        path: source.path,
        line: source.lineAt(all.start),
        rule: "barrel",
        message: "export * outside the doors",
      },
    ];
  const exports = source.body.filter((node) => node.type !== "ImportDeclaration");
  const barrel = exports.length > 0 && exports.every(passesOn);
  return barrel
    ? [{ path: source.path, line: 1, rule: "barrel", message: "a file that only passes on exports" }]
    : [];
}
