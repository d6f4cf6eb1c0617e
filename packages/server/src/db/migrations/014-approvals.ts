import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/**
 * What was put before people, and what they said. The snapshot, the decisions and what was taken back within the minutes
 * allowed are only ever added; `outcome` repeats what the decisions say under the rule, for lists. The seal of an event that tells of an
 * approval covers these rows (`covers`), people by a salted hash of their name; `body` is all that a seal says, so that a chain
 * can be followed by somebody who may not read it.
 */
export const approvals: Migration = {
  name: "014-approvals",
  statements: [
    ...tenantTable("approvals", {
      columns: `number integer not null, kind text not null check (kind in ('plan', 'definition', 'completion', 'files', 'change', 'question')), round integer not null default 1,
        title text not null, question text not null default '', rule text not null check (rule in ('any', 'all', 'order')), choices jsonb not null default '[]', due_on date,
        audience text not null default 'client' check (audience in ('team', 'client')), consequence text not null default '', changed text not null default '', opens_at timestamptz not null,
        acceptance_days integer, acceptance_then text, outcome text check (outcome in ('approved', 'changes_requested', 'chosen', 'lapsed')), outcome_at timestamptz,
        superseded_at timestamptz, cancelled_at timestamptz, cancelled_reason text not null default ''`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "milestone_id", table: "milestones", null: true },
        { column: "publication_id", table: "publications", null: true },
        { column: "plan_version_id", table: "plan_versions", null: true },
        { column: "earlier_id", table: "approvals", null: true },
        { column: "asked_by", table: "persons", null: true },
      ],
      unique: ["project_id, number"],
      revision: true,
    }),
    `drop index approvals_workspace_id_project_id_idx`,
    ...tenantTable("approval_snapshots", {
      columns: `snapshot text not null, hash text not null`,
      key: "approval_id",
      references: [{ column: "approval_id", table: "approvals" }],
    }),
    `drop index approval_snapshots_workspace_id_approval_id_idx`,
    ...tenantTable("approval_people", {
      columns: `part text not null default 'decider' check (part in ('decider', 'adviser')), position integer not null`,
      key: "approval_id, person_id",
      references: [
        { column: "approval_id", table: "approvals" },
        { column: "person_id", table: "persons" },
        { column: "delegate_id", table: "persons", null: true },
        { column: "asked_by", table: "persons", null: true },
      ],
    }),
    `drop index approval_people_workspace_id_approval_id_idx`,
    ...tenantTable("approval_files", {
      columns: `position integer not null, name text not null, sha256 text not null, foreign key (workspace_id, sha256) references blobs (workspace_id, sha256)`,
      references: [
        { column: "approval_id", table: "approvals" },
        { column: "file_version_id", table: "file_versions", null: true },
      ],
      unique: ["approval_id, position"],
      indexes: ["sha256"],
    }),
    `drop index approval_files_workspace_id_approval_id_idx`,
    ...tenantTable("decisions", {
      columns: `attempt integer not null, verdict text not null check (verdict in ('approved', 'changes_requested', 'chosen', 'advised')), choice text, words text not null default '',
        criteria jsonb not null default '[]', pins jsonb not null default '[]', shown_hash text not null, way text not null check (way in ('link', 'session', 'member', 'window')),
        at timestamptz not null`,
      references: [
        { column: "approval_id", table: "approvals" },
        { column: "person_id", table: "persons", onDelete: "restrict" },
        { column: "decided_by", table: "persons", null: true },
        { column: "handed_over_by", table: "persons", null: true },
        { column: "link_id", table: "links", null: true },
      ],
      unique: ["approval_id, person_id, attempt"],
    }),
    `drop index decisions_workspace_id_approval_id_idx`,
    ...tenantTable("withdrawals", {
      columns: `at timestamptz not null`,
      key: "decision_id",
      references: [
        { column: "decision_id", table: "decisions" },
        { column: "person_id", table: "persons", null: true },
      ],
    }),
    `drop index withdrawals_workspace_id_decision_id_idx`,
    ...tenantTable("approval_salts", {
      columns: `salt text not null, name_hash text not null, mail_hash text not null`,
      key: "approval_id, person_id",
      references: [
        { column: "approval_id", table: "approvals" },
        { column: "person_id", table: "persons" },
      ],
    }),
    `drop index approval_salts_workspace_id_approval_id_idx`,
    `alter table seals add column approval_id uuid, add column covers jsonb, add column body text`,
    `create index seals_of_approval on seals (workspace_id, approval_id, n) where approval_id is not null`,
    `grant select, insert, update on approvals, approval_people to milepost_app`,
    `grant select, update (salt) on approval_salts to milepost_app`,
    `grant select, insert on approval_snapshots, approval_files, decisions, withdrawals to milepost_app`,
  ],
};
