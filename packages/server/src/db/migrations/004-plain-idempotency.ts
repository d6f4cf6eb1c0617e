import type { Migration } from "./migration.ts";

/** The status of an answer follows from its route, so it is not kept beside it. */
export const plainIdempotency: Migration = {
  name: "004-plain-idempotency",
  statements: [`alter table idempotency drop column status`],
};
