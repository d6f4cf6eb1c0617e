import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** What somebody does not want by mail, what came back, and what came in. */
export const mailBothWays: Migration = {
  name: "017-mail-both-ways",
  statements: [
    `alter table mails add column language text not null default 'en', add column bounced_at timestamptz, add column project_id uuid, add column subject_id uuid,
      add foreign key (workspace_id, project_id) references projects (workspace_id, id) on delete set null (project_id)`,
    `create index on mails (workspace_id, project_id)`,
    ...tenantTable("mail_refusals", {
      columns: `kind text not null`,
      key: "person_id, kind",
      references: [{ column: "person_id", table: "persons" }],
    }),
    `drop index mail_refusals_workspace_id_person_id_idx`,
    ...tenantTable("inbound_mails", {
      columns: `message_id text not null, from_email text not null, subject text not null default '', text text not null default '',
        state text not null check (state in ('comment', 'bounce', 'refused', 'unknown')), reason text not null default ''`,
      references: [
        { column: "mail_id", table: "mails", null: true },
        { column: "person_id", table: "persons", null: true },
        { column: "comment_id", table: "comments", null: true },
        { column: "approval_id", table: "approvals", null: true },
      ],
      unique: ["message_id"],
    }),
    `grant select, insert, update, delete on mail_refusals, inbound_mails to milepost_app`,
  ],
};
