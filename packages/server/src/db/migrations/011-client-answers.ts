import type { Migration } from "./migration.ts";

/** How soon a client usually answers, as those who work for it know: every sign-off takes that long in the dates. */
export const clientAnswers: Migration = {
  name: "011-client-answers",
  statements: [`alter table clients add column answer_days integer check (answer_days between 1 and 60)`],
};
