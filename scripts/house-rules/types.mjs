import { walk } from "./source.mjs";

/**
 * @typedef {import("./source.mjs").Source} Source
 * @typedef {import("./source.mjs").Finding} Finding
 */

const SUPPRESSION = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|v8 ignore/;

/**
 * No `any`, no `!`, and nothing that silences a check.
 * @param {Source} source
 * @returns {Finding[]}
 */
export function checkTypes(source) {
  /** @type {Finding[]} */
  const findings = [];
  const add = (/** @type {number} */ at, /** @type {string} */ message) =>
    findings.push({ path: source.path, line: source.lineAt(at), rule: "types", message });
  for (const comment of source.comments) {
    const silenced = SUPPRESSION.exec(comment.value);
    if (silenced) add(comment.start, `${silenced[0]} silences a check`);
  }
  walk(source.program, (node) => {
    if (node.type === "TSAnyKeyword") add(node.start, "any");
    if (node.type === "TSNonNullExpression") add(node.start, "non-null !");
  });
  return findings;
}
