import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/**
 * What a client asks for beyond the plan with what it would cost, and what is paid for what was reached. `approves`: the plan
 * version that took it in is the approved one before with nothing else, so that their yes is a yes to all of it.
 */
export const changesAndPayments: Migration = {
  name: "016-changes-and-payments",
  statements: [
    ...tenantTable("change_requests", {
      columns: `number integer not null, title text not null, words text not null default '', audience text not null default 'client', answer text not null default '', answered_at timestamptz,
        state text not null default 'asked' check (state in ('asked', 'quoted', 'accepted', 'declined', 'withdrawn')),
        approves boolean not null default false`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "milestone_id", table: "milestones", null: true },
        { column: "person_id", table: "persons", null: true },
        { column: "answered_by", table: "persons", null: true },
        { column: "plan_version_id", table: "plan_versions", null: true },
      ],
      unique: ["project_id, number"],
      revision: true,
    }),
    `drop index change_requests_workspace_id_project_id_idx`,
    ...tenantTable("quotes", {
      columns: `low integer, likely integer, high integer, price_minor bigint, effect jsonb not null default '[]', words text not null default ''`,
      references: [
        { column: "change_request_id", table: "change_requests" },
        { column: "milestone_id", table: "milestones", null: true },
        { column: "approval_id", table: "approvals", null: true },
        { column: "person_id", table: "persons", null: true },
        { column: "assignee_id", table: "persons", null: true },
      ],
    }),
    ...tenantTable("payments", {
      columns: `minor bigint not null, currency text not null, due_on date, invoiced_on date, invoice_number text not null default '', paid_on date`,
      references: [
        { column: "milestone_id", table: "milestones" },
        { column: "invoiced_by", table: "persons", null: true },
        { column: "paid_by", table: "persons", null: true },
      ],
      unique: ["milestone_id"],
      revision: true,
    }),
    `drop index payments_workspace_id_milestone_id_idx`,
    `grant select, insert, update, delete on change_requests, quotes, payments to milepost_app`,
  ],
};
