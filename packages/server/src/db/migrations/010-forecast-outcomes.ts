import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** Of each reached milestone the forecast that it is judged by; without `made_on` there was none. What later forecasts learn from. */
export const forecastOutcomes: Migration = {
  name: "010-forecast-outcomes",
  statements: [
    ...tenantTable("forecast_outcomes", {
      key: "milestone_id",
      columns: `reached_on date not null, made_on date, named jsonb, by_estimates jsonb, by_pace jsonb`,
      references: [{ column: "milestone_id", table: "milestones" }],
    }),
    `drop index forecast_outcomes_workspace_id_milestone_id_idx`,
    `grant select, insert, update on forecast_outcomes to milepost_app`,
  ],
};
