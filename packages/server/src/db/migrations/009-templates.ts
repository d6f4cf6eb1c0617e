import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** A template is one whole: it is read, changed and copied with all its parts. */
export const templates: Migration = {
  name: "009-templates",
  statements: [
    ...tenantTable("templates", {
      columns: `name text not null, trade text not null default '', summary text not null default '', plan jsonb not null`,
      revision: true,
    }),
    `grant select, insert, update, delete on templates to milepost_app`,
  ],
};
