import { expect, test } from "vitest";
import { checkHouse } from "./check.mjs";

const SERVER = "packages/server/src";
const PLANNING = "packages/planning/src";
const WEB = "packages/web/src";

const declared = {
  "": { run: [], dev: ["vitest", "rolldown"] },
  planning: { run: [], dev: [] },
  server: { run: ["@milepost/planning", "kysely", "pg"], dev: ["@types/pg", "smtp-server"] },
  web: { run: ["@milepost/planning", "@milepost/server", "react"], dev: [] },
};

const tidy = {
  [`${PLANNING}/index.ts`]: 'export { worth } from "./worth.ts";\n',
  [`${PLANNING}/worth.ts`]: "export function worth(n: number): number {\n  return Math.sqrt(n);\n}\n",
  [`${SERVER}/wire.ts`]: 'export type { CardView } from "./board/cards.view.ts";\n',
  [`${SERVER}/kit/version.ts`]: 'import own from "../../package.json" with { type: "json" };\nown;\n',
  [`${SERVER}/kit/clock.ts`]: "export const now = () => new Date();\n",
  [`${SERVER}/board/cards.view.ts`]: "export interface CardView {\n  id: string;\n}\n",
  [`${SERVER}/board/cards.store.ts`]:
    'import { sql } from "kysely";\nexport const all = (tx) => tx.selectFrom("cards").where(sql`true`);\n',
  [`${SERVER}/board/cards.ts`]:
    'import { worth } from "@milepost/planning";\nimport { now } from "../kit/clock.ts";\nimport { all } from "./cards.store.ts";\nexport const read = (tx) => [all(tx), now(), worth(4), "Select a card from the list"];\n',
  [`${SERVER}/board/cards.move.test.ts`]:
    'import { test } from "vitest";\nimport { serve } from "../testing/server.ts";\ntest("moves", () => serve());\n',
  [`${SERVER}/testing/server.ts`]: "export const serve = () => undefined;\n",
  [`${WEB}/lib/api.ts`]: "export const api = {};\n",
  [`${WEB}/board/board.page.tsx`]:
    'import type { CardView } from "@milepost/server/wire";\nimport { api } from "../lib/api.ts";\nexport const Board = (card: CardView) => [api, card];\n',
  "scripts/build.mjs": 'import { rolldown } from "rolldown";\nawait rolldown({});\n',
};

function firedBy(extra: Record<string, string>): string[] {
  const { findings } = checkHouse({ ...tidy, ...extra }, declared);
  return [...new Set(findings.map(({ rule, path }) => `${rule} ${path}`))];
}

test("a tidy house has no findings", () => {
  expect(checkHouse(tidy, declared).findings).toEqual([]);
});

const lines = (count: number, line: string) => `${line}\n`.repeat(count);
const longFunction = (count: number, name: string) =>
  `export function ${name}() {\n${lines(count - 2, "  void 0;")}}\n`;

const defects: [rule: string, what: string, path: string, text: string][] = [
  ["rooms", "planning imports a package", `${PLANNING}/rate.ts`, 'import "kysely";\n'],
  [
    "rooms",
    "server reaches into planning",
    `${SERVER}/kit/a.ts`,
    'import "@milepost/planning/src/worth.ts";\n',
  ],
  ["rooms", "server reaches across by path", `${SERVER}/kit/a.ts`, 'import "../../../web/src/lib/api.ts";\n'],
  ["rooms", "server imports web", `${SERVER}/kit/a.ts`, 'import "@milepost/web";\n'],
  [
    "rooms",
    "web takes values from the server",
    `${WEB}/lib/a.ts`,
    'import { x } from "@milepost/server/wire";\nx;\n',
  ],
  [
    "rooms",
    "program code imports test code",
    `${SERVER}/app/a.ts`,
    'import { serve } from "../testing/server.ts";\nserve();\n',
  ],
  ["planning", "a node module", `${PLANNING}/rate.ts`, 'import { join } from "node:path";\njoin();\n'],
  ["planning", "Date.now", `${PLANNING}/rate.ts`, "export const t = () => Date.now();\n"],
  ["planning", "new Date", `${PLANNING}/rate.ts`, "export const t = () => new Date();\n"],
  ["planning", "Math.random", `${PLANNING}/rate.ts`, "export const t = () => Math.random();\n"],
  ["planning", "Math.exp", `${PLANNING}/rate.ts`, "export const t = (n: number) => Math.exp(n);\n"],
  ["planning", "a power", `${PLANNING}/rate.ts`, "export const t = (n: number) => n ** 2;\n"],
  [
    "planning",
    "a sort without comparator",
    `${PLANNING}/rate.ts`,
    "export const t = (n: string[]) => n.toSorted();\n",
  ],
  ["undeclared", "a package nobody declared", `${SERVER}/kit/a.ts`, 'import "left-pad";\n'],
  [
    "undeclared",
    "a package for tests only",
    `${SERVER}/kit/a.ts`,
    'import { SMTPServer } from "smtp-server";\nSMTPServer;\n',
  ],
  [
    "order",
    "kit imports a noun",
    `${SERVER}/kit/a.ts`,
    'import { all } from "../board/cards.store.ts";\nall;\n',
  ],
  [
    "order",
    "a noun imports a later one's type",
    `${SERVER}/people/a.ts`,
    'import type { CardView } from "../board/cards.view.ts";\nexport type A = CardView;\n',
  ],
  [
    "order",
    "a folder without a place",
    `${SERVER}/gadgets/a.ts`,
    'import { now } from "../kit/clock.ts";\nnow;\n',
  ],
  [
    "order",
    "a noun of web imports another",
    `${WEB}/roadmap/a.tsx`,
    'import { Board } from "../board/board.page.tsx";\nBoard;\n',
  ],
  [
    "order",
    "lib knows a noun",
    `${WEB}/lib/a.tsx`,
    'import { Board } from "../board/board.page.tsx";\nBoard;\n',
  ],
  ["barrel", "an index of exports", `${SERVER}/board/index.ts`, 'export { read } from "./cards.ts";\n'],
  ["barrel", "export all", `${SERVER}/board/a.ts`, 'export * from "./cards.ts";\nexport const one = 1;\n'],
  ["name", "a vague name", `${SERVER}/board/card-utils.ts`, "export const a = 1;\n"],
  ["name", "a vague folder", `${WEB}/common/a.ts`, "export const a = 1;\n"],
  ["name", "camel case", `${SERVER}/board/cardMoves.ts`, "export const a = 1;\n"],
  ["name", "an unknown role", `${SERVER}/board/cards.controller.ts`, "export const a = 1;\n"],
  ["size", "a long file", `${SERVER}/board/a.ts`, lines(401, "void 0;")],
  ["size", "a long test file", `${SERVER}/board/a.test.ts`, lines(401, "void 0;")],
  ["size", "a long function", `${WEB}/board/a.tsx`, longFunction(61, "draw")],
  ["size", "a long component", `${WEB}/board/a.tsx`, longFunction(121, "Draw")],
  ["types", "any", `${SERVER}/kit/a.ts`, "export const a = (b: any) => b;\n"],
  ["types", "a non-null mark", `${SERVER}/kit/a.ts`, "export const a = (b: string[]) => b[0]!;\n"],
  [
    "types",
    "a silenced compiler",
    `${SERVER}/kit/a.ts`,
    "// @ts-expect-error because\nexport const a = 1;\n",
  ],
  [
    "types",
    "a silenced linter",
    `${SERVER}/kit/a.ts`,
    "// biome-ignore lint: because\nexport const a = 1;\n",
  ],
  [
    "sql",
    "a statement put together as text",
    `${SERVER}/board/a.store.ts`,
    `export const a = (b: string) => \`select * from cards where id = \${b}\`;\n`,
  ],
  ["sql", "raw SQL", `${SERVER}/board/a.store.ts`, "export const a = (sql) => sql.raw('x');\n"],
  ["sql", "the template in a verb", `${SERVER}/board/a.ts`, "export const a = (sql) => sql`select 1`;\n"],
  [
    "sql",
    "the builder in a verb",
    `${SERVER}/board/a.ts`,
    'export const a = (tx) => tx.insertInto("cards");\n',
  ],
];

test.each(defects)("%s: %s", (rule, _what, path, text) => {
  expect(firedBy({ [path]: text })).toEqual([`${rule} ${path}`]);
});

test("cycle: two files that need each other", () => {
  const circle = {
    [`${SERVER}/kit/egg.ts`]: 'import { hen } from "./hen.ts";\nexport const egg = () => hen;\n',
    [`${SERVER}/kit/hen.ts`]: 'import { egg } from "./egg.ts";\nexport const hen = () => egg;\n',
  };
  expect(firedBy(circle)).toEqual([`cycle ${SERVER}/kit/egg.ts`]);
});

test("types of each other are no circle", () => {
  const circle = {
    [`${SERVER}/kit/egg.ts`]: 'import type { Hen } from "./hen.ts";\nexport type Egg = Hen[];\n',
    [`${SERVER}/kit/hen.ts`]: 'import type { Egg } from "./egg.ts";\nexport type Hen = { eggs: Egg };\n',
  };
  expect(firedBy(circle)).toEqual([]);
});

test("migrations and files of types may be long, a component longer than a function", () => {
  const long = {
    [`${SERVER}/db/migrations/001-first.ts`]: lines(500, "void 0;"),
    [`${SERVER}/db/schema.ts`]: lines(500, "export type A = string;"),
    [`${WEB}/board/a.tsx`]: longFunction(120, "Draw"),
  };
  expect(firedBy(long)).toEqual([]);
});

test("a room whose functions are long on the whole is told so", () => {
  const many = Object.fromEntries(
    [...Array(25)].map((_, n) => [`${WEB}/board/f${n}.ts`, longFunction(40, "f")]),
  );
  expect(firedBy(many)).toEqual(["size packages/web"]);
});
