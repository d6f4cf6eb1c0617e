import { walk } from "./source.mjs";

/**
 * @typedef {import("./source.mjs").Source} Source
 * @typedef {import("./source.mjs").Node} Node
 * @typedef {import("./source.mjs").Finding} Finding
 */

const STATEMENT =
  /^\s*(select\s[\s\S]*\sfrom\s|insert into\s|update\s+\S+\s+set\s|delete from\s|with\s[\s\S]*\sselect\s|(create|alter|drop|truncate)\s+(table|index|role|schema|database|view|function|policy)\s|set (local|role)\s)/;
const BUILDER = ["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto"];

/** @param {Source} source */
function mayHoldSql(source) {
  return source.isTest || ["db", "backup"].includes(source.folder) || source.path.endsWith(".store.ts");
}

/**
 * SQL lives in stores and db/; even there a text put together from pieces is allowed in db/ alone.
 * @param {Source} source
 * @returns {Finding[]}
 */
export function checkSql(source) {
  if (source.room !== "server" || source.isTest) return [];
  /** @type {Finding[]} */
  const findings = [];
  walk(source.program, (node, parent) => {
    const message = sqlIn(source, node, parent);
    if (message) findings.push({ path: source.path, line: source.lineAt(node.start), rule: "sql", message });
  });
  return findings;
}

/**
 * @param {Source} source
 * @param {Node} node
 * @param {Node | undefined} parent
 */
function sqlIn(source, node, parent) {
  const inDb = source.folder === "db";
  if (node.type === "MemberExpression") {
    if (node.object.name === "sql" && node.property.name === "raw" && !inDb) return "sql.raw outside db/";
    const builds = BUILDER.includes(node.property.name) && !mayHoldSql(source);
    return builds ? `${node.property.name} outside a store` : undefined;
  }
  const tagged = parent?.type === "TaggedTemplateExpression";
  if (node.type === "TaggedTemplateExpression" && node.tag.name === "sql" && !mayHoldSql(source)) {
    return "sql`...` outside a store";
  }
  const text = tagged ? undefined : textOf(node);
  if (text === undefined || inDb || !STATEMENT.test(text.toLowerCase())) return undefined;
  return isLower(text) ? "a statement as text; use the builder or the sql template" : undefined;
}

/** @param {Node} node */
function textOf(node) {
  if (node.type === "TemplateLiteral")
    return node.quasis.map((/** @type {Node} */ part) => part.value.raw).join(" x ");
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

/** "Select a person from the list" is a sentence; SQL is written in one case. @param {string} text */
function isLower(text) {
  const [verb = ""] = text.trim().split(/\s/);
  return verb === verb.toLowerCase() || verb === verb.toUpperCase();
}
