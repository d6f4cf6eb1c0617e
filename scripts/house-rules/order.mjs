/** The order of the house, once: an import goes leftwards, or stays in its own folder. */
export const SERVER_ORDER = [
  "kit",
  "words",
  "db",
  "access",
  "events",
  "mail",
  "people",
  "clients",
  "projects",
  "objectives",
  "milestones",
  "board",
  "talk",
  "files",
  "time",
  "replies",
  "portal",
  "forecasts",
  "plan",
  "publications",
  "input",
  "approvals",
  "evidence",
  "client-requests",
  "change-requests",
  "payments",
  "client-home",
  "decision-log",
  "reviews",
  "notices",
  "reports",
  "feeds",
  "closing",
  "check-ins",
  "routines",
  "inbox",
  "search",
  "templates",
  "imports",
  "backup",
  "sample",
  "app",
];

/** Folders of web that know no noun; `ui` may use `lib`. Every other folder but `app` is a noun. */
export const WEB_BELOW = ["lib", "ui"];
export const WEB_ABOVE = "app";

/** What may be imported across rooms: by whom, what, and whether types only. */
export const DOORS = {
  planning: {},
  server: { "@milepost/planning": "all" },
  web: { "@milepost/planning": "all", "@milepost/server/wire": "types" },
};

/** The doors between rooms; the only files that may do nothing but pass on. */
export const BARRELS = ["packages/planning/src/index.ts", "packages/server/src/wire.ts"];

export const ROLES = ["routes", "store", "view", "mail", "page", "api", "test"];
export const VAGUE_NAMES = ["util", "utils", "helper", "helpers", "common", "manager", "service", "services"];

export const LIMITS = { file: 400, function: 60, component: 120, functionP90: 30 };
