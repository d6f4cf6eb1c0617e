import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/**
 * A plan version is a baseline for good: the app role adds some and changes none. Of each milestone and day one snapshot
 * says what was planned on it.
 */
export const planVersions: Migration = {
  name: "005-plan-versions",
  statements: [
    ...tenantTable("plan_versions", {
      references: [
        { column: "project_id", table: "projects" },
        { column: "person_id", table: "persons", null: true },
      ],
      columns: `n integer not null check (n > 0), reason text not null default '', snapshot text not null, hash text not null`,
      unique: ["project_id, n"],
    }),
    // The key of (project, number) leads along the reference as well.
    `drop index plan_versions_workspace_id_project_id_idx`,
    `grant select, insert on plan_versions to milepost_app`,
    ...tenantTable("daily_snapshots", {
      key: "milestone_id, on_day",
      references: [{ column: "milestone_id", table: "milestones" }],
      columns: `on_day date not null, start_on date, target_on date, state text not null`,
    }),
    `drop index daily_snapshots_workspace_id_milestone_id_idx`,
    `grant select, insert, update, delete on daily_snapshots to milepost_app`,
  ],
};
