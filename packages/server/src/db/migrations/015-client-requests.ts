import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** What is needed from a client: asked of one contact, answered in pieces, and when, so that nobody counts from memory. */
export const clientRequests: Migration = {
  name: "015-client-requests",
  statements: [
    ...tenantTable("client_requests", {
      columns: `number integer not null, kind text not null check (kind in ('files', 'answers', 'access', 'confirm')), title text not null, why text not null default '',
        questions jsonb not null default '[]', due_on date, asked_at timestamptz, answered_at timestamptz, closed_at timestamptz,
        state text not null default 'draft' check (state in ('draft', 'asked', 'answered', 'accepted', 'cancelled'))`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "milestone_id", table: "milestones", null: true },
        { column: "contact_id", table: "persons", null: true },
        { column: "asked_by", table: "persons", null: true },
        { column: "closed_by", table: "persons", null: true },
      ],
      unique: ["project_id, number"],
      revision: true,
    }),
    `drop index client_requests_workspace_id_project_id_idx`,
    ...tenantTable("client_answers", {
      columns: `round integer not null, words text not null default '', answers jsonb not null default '[]', sent_at timestamptz, returned_at timestamptz, returned_reason text not null default ''`,
      references: [
        { column: "request_id", table: "client_requests" },
        { column: "person_id", table: "persons", null: true },
        { column: "returned_by", table: "persons", null: true },
        { column: "handed_over_by", table: "persons", null: true },
      ],
      unique: ["request_id, round"],
      revision: true,
    }),
    `drop index client_answers_workspace_id_request_id_idx`,
    ...tenantTable("client_answer_files", {
      columns: ``,
      key: "answer_id, file_id",
      references: [
        { column: "answer_id", table: "client_answers" },
        { column: "file_id", table: "files" },
      ],
    }),
    `drop index client_answer_files_workspace_id_answer_id_idx`,
    `grant select, insert, update, delete on client_requests, client_answers, client_answer_files to milepost_app`,
  ],
};
