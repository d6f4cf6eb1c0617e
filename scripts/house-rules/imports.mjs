import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { DOORS, SERVER_ORDER, WEB_ABOVE, WEB_BELOW } from "./order.mjs";

/**
 * @typedef {import("./source.mjs").Source} Source
 * @typedef {import("./source.mjs").Import} Import
 * @typedef {import("./source.mjs").Finding} Finding
 * @typedef {{ run: string[], dev: string[] }} Declared
 */

/**
 * Rooms, declared packages and the order inside a room.
 * @param {Source} source
 * @param {Record<string, Declared>} declared by room; "" is the root
 * @returns {Finding[]}
 */
export function checkImports(source, declared) {
  return source.imports.flatMap((one) => {
    const message = one.specifier.startsWith(".") ? relative(source, one) : outside(source, one, declared);
    return message ? [{ path: source.path, line: one.line, ...message }] : [];
  });
}

/**
 * @param {Source} source
 * @param {Import} one
 */
function relative(source, one) {
  if (!source.room) return undefined;
  const target = posix.join(posix.dirname(source.path), one.specifier);
  const home = `packages/${source.room}/src/`;
  if (target === `packages/${source.room}/package.json`) return undefined;
  // The team's app shows some of the house's own pages, as they are.
  if (source.room === "web" && target.startsWith("docs/") && target.endsWith(".md?raw")) return undefined;
  if (!target.startsWith(home))
    return { rule: "rooms", message: `${one.specifier} leaves the room ${source.room}` };
  if (source.isTest) return undefined;
  const inside = target.slice(home.length);
  const folder = inside.includes("/") ? inside.slice(0, inside.indexOf("/")) : "";
  if (folder === "testing") return { rule: "rooms", message: "only tests import from testing/" };
  if (source.folder === folder || source.folder === "") return undefined;
  if (source.room === "server") return serverOrder(source.folder, folder, one.specifier);
  return source.room === "web" ? webOrder(source.folder, folder, one.specifier) : undefined;
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} specifier
 */
function serverOrder(from, to, specifier) {
  if (to === "")
    return specifier.endsWith("/wire.ts")
      ? undefined
      : { rule: "order", message: `${specifier} is above ${from}` };
  const [here, there] = [SERVER_ORDER.indexOf(from), SERVER_ORDER.indexOf(to)];
  const unknown = here < 0 ? from : there < 0 ? to : undefined;
  if (unknown) return { rule: "order", message: `the folder ${unknown} has no place in the order` };
  return there < here ? undefined : { rule: "order", message: `${from} must not import from ${to}` };
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} specifier
 */
function webOrder(from, to, specifier) {
  if (from === WEB_ABOVE || (from === "ui" && to === "lib")) return undefined;
  if (to === "") return { rule: "order", message: `${specifier} is above ${from}` };
  if (WEB_BELOW.includes(to) && !WEB_BELOW.includes(from)) return undefined;
  return { rule: "order", message: `${from} must not import from ${to}` };
}

/**
 * @param {Source} source
 * @param {Import} one
 * @param {Record<string, Declared>} declared
 */
function outside(source, one, declared) {
  const { room } = source;
  if (one.specifier.startsWith("@milepost/")) return room ? throughDoor(room, one) : undefined;
  if (isBuiltin(one.specifier)) {
    const forbidden = room === "planning" && !source.isTest;
    return forbidden ? { rule: "planning", message: `planning does no I/O: ${one.specifier}` } : undefined;
  }
  if (room === "planning" && !source.isTest)
    return { rule: "rooms", message: `planning imports nothing: ${one.specifier}` };
  return undeclared(source, one, declared);
}

/**
 * @param {string} room
 * @param {Import} one
 */
function throughDoor(room, one) {
  const doors = /** @type {Record<string, string>} */ (DOORS[/** @type {keyof typeof DOORS} */ (room)] ?? {});
  const leave = doors[one.specifier];
  if (!leave) return { rule: "rooms", message: `${room} has no door to ${one.specifier}` };
  if (leave === "types" && !one.typeOnly)
    return { rule: "rooms", message: `${one.specifier} gives types only` };
  return undefined;
}

/**
 * @param {Source} source
 * @param {Import} one
 * @param {Record<string, Declared>} declared
 */
function undeclared(source, one, declared) {
  const name = one.specifier
    .split("/")
    .slice(0, one.specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const own = declared[source.room ?? ""] ?? { run: [], dev: [] };
  const known = own.run.includes(name) || (mayUseDev(source, one) && develops(own, declared[""], name));
  const where = source.room ? `packages/${source.room}/package.json` : "package.json";
  return known ? undefined : { rule: "undeclared", message: `${name} is not declared in ${where}` };
}

/**
 * @param {Source} source
 * @param {Import} one
 */
function mayUseDev(source, one) {
  return source.isTest || one.typeOnly || !source.room;
}

/**
 * @param {Declared} own
 * @param {Declared | undefined} root
 * @param {string} name
 */
function develops(own, root, name) {
  return own.dev.includes(name) || own.dev.includes(`@types/${name}`) || (root?.dev.includes(name) ?? false);
}

/**
 * Circles of run-time imports, each named once.
 * @param {Source[]} sources
 * @returns {Finding[]}
 */
export function checkCycles(sources) {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set();
  /** @type {Finding[]} */
  const findings = [];
  /** @param {Source} source @param {Source[]} trail */
  const visit = (source, trail) => {
    const start = trail.indexOf(source);
    if (start >= 0) {
      const circle = [...trail.slice(start), source].map(({ path }) => path).join(" -> ");
      findings.push({ path: source.path, line: 1, rule: "cycle", message: circle });
      return;
    }
    if (done.has(source)) return;
    for (const next of valueImports(source, byPath)) visit(next, [...trail, source]);
    done.add(source);
  };
  for (const source of sources) visit(source, []);
  return findings;
}

/**
 * @param {Source} source
 * @param {Map<string, Source>} byPath
 */
function valueImports(source, byPath) {
  return source.imports.flatMap((one) => {
    if (one.typeOnly || !one.specifier.startsWith(".")) return [];
    return byPath.get(posix.join(posix.dirname(source.path), one.specifier)) ?? [];
  });
}
