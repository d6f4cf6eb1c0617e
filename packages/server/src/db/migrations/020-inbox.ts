import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** What waits for somebody's answer, one row a thing and person, how they want to hear of it, and what they were told once; who wants no such mail has refused its kind. A feed's address is a link of the kind `feed`. */
export const inbox: Migration = {
  name: "020-inbox",
  statements: [
    ...tenantTable("inbox_items", {
      columns: `thing_kind text not null, thing_id uuid not null, category text not null check (category in ('decision', 'mention', 'assigned', 'review', 'notice', 'warning')),
        reason text not null, facts jsonb not null default '{}', happenings integer not null default 1, last_at timestamptz not null,
        read_at timestamptz, done_at timestamptz, snoozed_until timestamptz, bundled_at timestamptz`,
      references: [
        { column: "person_id", table: "persons" },
        { column: "project_id", table: "projects", null: true, onDelete: "cascade" },
        { column: "last_event_id", table: "events", null: true },
      ],
      unique: ["person_id, thing_kind, thing_id"],
      indexes: ["person_id, last_at", "thing_id"],
    }),
    `drop index inbox_items_workspace_id_person_id_idx`,
    `create index inbox_items_unbundled on inbox_items (workspace_id, person_id) where done_at is null and read_at is null and bundled_at is null`,
    ...tenantTable("mail_rhythms", {
      columns: `rhythm text not null default 'daily' check (rhythm in ('four_hours', 'daily', 'weekly')), quiet_from integer check (quiet_from between 0 and 1439), quiet_to integer check (quiet_to between 0 and 1439),
        bundled_at timestamptz, reminded_on date, check ((quiet_from is null) = (quiet_to is null))`,
      key: "person_id",
      references: [{ column: "person_id", table: "persons" }],
    }),
    `drop index mail_rhythms_workspace_id_person_id_idx`,
    ...tenantTable("mutes", {
      columns: `thing_kind text not null, thing_id uuid not null`,
      key: "person_id, thing_kind, thing_id",
      references: [{ column: "person_id", table: "persons" }],
    }),
    `drop index mutes_workspace_id_person_id_idx`,
    ...tenantTable("tellings", {
      columns: `thing_id uuid not null, code text not null`,
      key: "person_id, thing_id, code",
      references: [{ column: "person_id", table: "persons" }],
    }),
    `drop index tellings_workspace_id_person_id_idx`,
    ...tenantTable("saved_views", {
      columns: `place text not null check (place in ('portfolio')), name text not null, search text not null, shared boolean not null default false, position text not null default 'a0'`,
      references: [{ column: "person_id", table: "persons" }],
      revision: true,
    }),
    `grant select, insert, update, delete on inbox_items, mail_rhythms, mutes, tellings, saved_views to milepost_app`,
  ],
};
