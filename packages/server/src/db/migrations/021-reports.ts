import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** A status report is frozen on the day it is made, from what clients read then; a schedule makes and mails one each month. */
export const reports: Migration = {
  name: "021-reports",
  statements: [
    ...tenantTable("reports", {
      columns: `n integer not null check (n > 0), on_date date not null, snapshot text not null, hash text not null, month text`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "publication_id", table: "publications" },
        { column: "person_id", table: "persons", null: true },
      ],
      unique: ["project_id, n"],
      indexes: ["project_id, month"],
    }),
    `drop index reports_workspace_id_project_id_idx`,
    `create unique index reports_once_a_month on reports (workspace_id, project_id, month) where month is not null`,
    ...tenantTable("report_schedules", {
      columns: `day_of_month integer not null check (day_of_month between 1 and 28), at_minutes integer not null default 480 check (at_minutes between 0 and 1439), starts_on date not null, ended_at timestamptz`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "set_by", table: "persons", null: true },
      ],
      unique: ["project_id"],
      revision: true,
    }),
    `drop index report_schedules_workspace_id_project_id_idx`,
    ...tenantTable("report_readers", {
      columns: ``,
      key: "project_id, person_id",
      references: [
        { column: "project_id", table: "projects" },
        { column: "person_id", table: "persons" },
      ],
    }),
    `drop index report_readers_workspace_id_project_id_idx`,
    // What a calendar feed shows is fixed when it is made.
    `alter table links add column shows text`,
    `grant select, insert, update, delete on reports, report_schedules, report_readers to milepost_app`,
  ],
};
