import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** What remains of a reached milestone and of a project that is over: the moment, the thanks, the lesson, and the signed record of what was delivered. */
export const closing: Migration = {
  name: "022-closing",
  statements: [
    ...tenantTable("reached_moments", {
      columns: `seen_at timestamptz not null`,
      key: "milestone_id, person_id",
      references: [
        { column: "milestone_id", table: "milestones" },
        { column: "person_id", table: "persons" },
      ],
    }),
    `drop index reached_moments_workspace_id_milestone_id_idx`,
    ...tenantTable("thanks", {
      columns: `words text not null, language text not null default 'en', sent_at timestamptz`,
      references: [
        { column: "milestone_id", table: "milestones" },
        { column: "message_id", table: "messages", null: true },
        { column: "person_id", table: "persons", null: true },
      ],
      unique: ["milestone_id"],
      revision: true,
    }),
    `drop index thanks_workspace_id_milestone_id_idx`,
    ...tenantTable("retrospectives", {
      columns: `keep text not null default '', change text not null default '', thank text not null default '', outcome text not null default '', held_at timestamptz, snapshot text, hash text`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "held_by", table: "persons", null: true },
      ],
      unique: ["project_id"],
      revision: true,
    }),
    `drop index retrospectives_workspace_id_project_id_idx`,
    ...tenantTable("retrospective_actions", {
      columns: `title text not null, due_on date, position text not null default 'a0'`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "owner_id", table: "persons", null: true },
        { column: "carried_to", table: "projects", null: true },
        { column: "card_id", table: "cards", null: true },
      ],
    }),
    ...tenantTable("client_quotes", {
      columns: `words text not null, asked_at timestamptz not null, confirmed_at timestamptz, confirmed_words text, name_hidden boolean not null default false, declined_at timestamptz`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "person_id", table: "persons", null: true },
        { column: "asked_by", table: "persons", null: true },
        { column: "handed_over_by", table: "persons", null: true },
      ],
    }),
    ...tenantTable("delivery_records", {
      columns: `record text not null, hash text not null, names_hidden boolean not null default false`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "person_id", table: "persons", null: true },
      ],
    }),
    `grant select, insert, update, delete on reached_moments, thanks, retrospectives, retrospective_actions, client_quotes to milepost_app`,
    `grant select, insert on delivery_records to milepost_app`,
  ],
};
