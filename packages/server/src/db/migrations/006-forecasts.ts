import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** What was forecast, when and from what: rows are added and, much later, thinned, never changed. */
export const forecasts: Migration = {
  name: "006-forecasts",
  statements: [
    ...tenantTable("forecasts", {
      columns: `today date not null, seed bigint not null, inputs_hash text not null, result jsonb not null`,
      references: [{ column: "project_id", table: "projects" }],
      indexes: ["project_id, created_at"],
    }),
    `drop index forecasts_workspace_id_project_id_idx`,
    `grant select, insert on forecasts to milepost_app`,
  ],
};
