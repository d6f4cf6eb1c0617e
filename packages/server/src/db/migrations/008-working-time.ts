import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** Weeks that hold for a time, half days off, and whose time belongs to which project. */
export const workingTime: Migration = {
  name: "008-working-time",
  statements: [
    `alter table work_patterns add column to_on date`,
    `alter table days_off add column part text not null default 'day' check (part in ('day', 'morning', 'afternoon'))`,
    ...tenantTable("allocations", {
      columns: `percent integer not null check (percent between 1 and 100), from_on date not null, to_on date,
        label text not null default '', detail text not null default ''`,
      references: [
        { column: "person_id", table: "persons" },
        { column: "project_id", table: "projects", null: true, onDelete: "cascade" },
      ],
    }),
    `grant select, insert, update, delete on allocations to milepost_app`,
  ],
};
