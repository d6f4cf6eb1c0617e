import { parseSync } from "rolldown/utils";

/**
 * @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node
 * @typedef {{ specifier: string, typeOnly: boolean, line: number }} Import
 * @typedef {{ value: string, start: number }} Comment
 * @typedef {{ path: string, text: string, room: string | undefined, inside: string, folder: string, isTest: boolean,
 *   body: Node[], program: Node, comments: Comment[], imports: Import[], lines: number, lineAt(offset: number): number }} Source
 * @typedef {{ path: string, line: number, rule: string, message: string }} Finding
 */

/**
 * One parsed file; what every rule looks at.
 * @param {string} path from the root of the repository, with forward slashes
 * @param {string} text
 * @returns {Source}
 */
export function parseSource(path, text) {
  const { program, comments, errors } = parseSync(path, text);
  const first = errors[0];
  if (first) throw new Error(`${path}: ${first.message}`);
  const [, room, inside = path] = /^packages\/([^/]+)\/src\/(.+)$/.exec(path) ?? [];
  const starts = lineStarts(text);
  const lineAt = (/** @type {number} */ offset) => starts.findLastIndex((start) => start <= offset) + 1;
  const root = /** @type {Node} */ (/** @type {unknown} */ (program));
  return {
    path,
    text,
    room,
    inside,
    folder: inside.includes("/") ? inside.slice(0, inside.indexOf("/")) : "",
    isTest: /\.test\.tsx?$/.test(path) || inside.startsWith("testing/"),
    body: root.body,
    program: root,
    comments,
    imports: importsOf(root, lineAt),
    lines: text.replace(/\n$/, "").split("\n").length,
    lineAt,
  };
}

/**
 * Calls back for every node of the tree, parents first.
 * @param {unknown} node
 * @param {(node: Node, parent: Node | undefined) => void} see
 * @param {Node} [parent]
 */
export function walk(node, see, parent) {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, see, parent);
    return;
  }
  if (typeof node !== "object" || node === null || typeof (/** @type {Node} */ (node).type) !== "string")
    return;
  const found = /** @type {Node} */ (node);
  see(found, parent);
  for (const key of Object.keys(found)) {
    if (typeof found[key] === "object") walk(found[key], see, found);
  }
}

/** @param {string} text */
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * @param {Node} program
 * @param {(offset: number) => number} lineAt
 * @returns {Import[]}
 */
function importsOf(program, lineAt) {
  /** @type {Import[]} */
  const imports = [];
  walk(program, (node) => {
    const specifier = node.source?.value;
    if (typeof specifier !== "string") return;
    imports.push({ specifier, typeOnly: isTypeOnly(node), line: lineAt(node.start) });
  });
  return imports;
}

/** @param {Node} node */
function isTypeOnly(node) {
  if (node.type === "TSImportType") return true;
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const names = node.specifiers ?? [];
  return (
    names.length > 0 &&
    names.every((/** @type {Node} */ name) => (name.importKind ?? name.exportKind) === "type")
  );
}
