import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** What was changed of a plan that others rely on, with the reason; and who has heard of it. The notice itself is the publication. */
export const adjustmentsAndNotices: Migration = {
  name: "019-adjustments-and-notices",
  statements: [
    ...tenantTable("adjustments", {
      columns: `field text not null check (field in ('date', 'scope', 'criteria', 'owner', 'price')), before jsonb not null, after jsonb not null, reason_code text, reason text not null default '', undone_at timestamptz`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "milestone_id", table: "milestones", onDelete: "cascade" },
        { column: "person_id", table: "persons", null: true },
        { column: "review_id", table: "reviews", null: true },
        { column: "event_id", table: "events", null: true },
        { column: "publication_id", table: "publications", null: true },
      ],
      indexes: ["project_id, created_at"],
    }),
    `drop index adjustments_workspace_id_project_id_idx`,
    ...tenantTable("notice_receipts", {
      columns: `side text not null check (side in ('team', 'client')), sent_at timestamptz, read_at timestamptz, acknowledged_at timestamptz, questioned_at timestamptz, question text not null default ''`,
      key: "publication_id, person_id",
      references: [
        { column: "publication_id", table: "publications" },
        { column: "person_id", table: "persons" },
        { column: "handed_over_by", table: "persons", null: true },
      ],
    }),
    `drop index notice_receipts_workspace_id_publication_id_idx`,
    `grant select, insert, update, delete on adjustments, notice_receipts to milepost_app`,
  ],
};
