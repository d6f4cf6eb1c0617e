import { walk } from "./source.mjs";

/**
 * @typedef {import("./source.mjs").Source} Source
 * @typedef {import("./source.mjs").Node} Node
 * @typedef {import("./source.mjs").Finding} Finding
 */

const EXACT = ["abs", "ceil", "floor", "imul", "max", "min", "round", "sign", "sqrt", "trunc"];
const WORLD = [
  "Date",
  "Intl",
  "console",
  "crypto",
  "fetch",
  "performance",
  "process",
  "setInterval",
  "setTimeout",
];
const LOCAL = ["localeCompare", "toLocaleDateString", "toLocaleString", "toLocaleTimeString"];

/**
 * planning gives the same bits everywhere: no clock, no chance, no outside world, and of Math only what is exact.
 * @param {Source} source
 * @returns {Finding[]}
 */
export function checkPurity(source) {
  if (source.room !== "planning" || source.isTest) return [];
  /** @type {Finding[]} */
  const findings = [];
  walk(source.program, (node, parent) => {
    const message = impure(node, parent);
    if (message)
      findings.push({ path: source.path, line: source.lineAt(node.start), rule: "planning", message });
  });
  return findings;
}

/**
 * @param {Node} node
 * @param {Node | undefined} parent
 * @returns {string | undefined}
 */
function impure(node, parent) {
  if (node.type === "BinaryExpression" && node.operator === "**") return "** is not the same bits everywhere";
  if (node.type === "Identifier" && WORLD.includes(node.name) && isUse(node, parent))
    return `planning knows no ${node.name}`;
  if (node.type !== "MemberExpression") return undefined;
  const [object, property] = [node.object.name, node.property.name];
  if (object === "Math" && !EXACT.includes(property)) return `Math.${property} is not the same everywhere`;
  if (LOCAL.includes(property)) return `${property} depends on the machine`;
  const sorts = (property === "sort" || property === "toSorted") && parent?.type === "CallExpression";
  return sorts && parent.arguments.length === 0 ? `${property}() needs a comparator` : undefined;
}

/** A name that is read, not a property or key that happens to be called so. @param {Node} node @param {Node | undefined} parent */
function isUse(node, parent) {
  if (!parent) return true;
  const named = parent.type === "MemberExpression" && parent.property === node && !parent.computed;
  return (
    !named &&
    !(parent.type !== "MemberExpression" && parent.key === node && !parent.computed && !parent.shorthand)
  );
}
