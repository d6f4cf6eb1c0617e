import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/**
 * What clients read is a row of its own that nobody changes; it can only be taken back as a whole while it is held. A plan
 * version belongs to the publication that made it and goes with it, so a number is taken once among those that stand.
 */
export const publications: Migration = {
  name: "013-publications",
  statements: [
    ...tenantTable("publications", {
      columns: `n integer not null check (n > 0), snapshot text not null, hash text not null, client_text text not null default '', team_text text not null default '',
        held_until timestamptz not null, withdrawn_at timestamptz, told_at timestamptz`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "person_id", table: "persons", null: true },
        { column: "withdrawn_by", table: "persons", null: true },
      ],
    }),
    `create unique index publications_standing on publications (workspace_id, project_id, n) where withdrawn_at is null`,
    `create index publications_untold on publications (held_until) where withdrawn_at is null and told_at is null`,
    `grant select, insert, update (withdrawn_at, withdrawn_by, told_at) on publications to milepost_app`,
    `alter table plan_versions add column publication_id uuid, add column withdrawn_at timestamptz,
      add foreign key (workspace_id, publication_id) references publications (workspace_id, id) on delete set null (publication_id)`,
    `create index on plan_versions (workspace_id, publication_id)`,
    `alter table plan_versions drop constraint plan_versions_workspace_id_project_id_n_key`,
    `create index on plan_versions (workspace_id, project_id, n)`,
    `create unique index plan_versions_standing on plan_versions (workspace_id, project_id, n) where withdrawn_at is null`,
    `grant update (withdrawn_at, publication_id) on plan_versions to milepost_app`,
    ...tenantTable("input_rounds", {
      columns: `deadline_on date not null, words text not null default '', gaps jsonb not null default '[]', gaps_reason text not null default '', closed_at timestamptz`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "publication_id", table: "publications" },
        { column: "asked_by", table: "persons", null: true },
        { column: "closed_by", table: "persons", null: true },
      ],
    }),
    ...tenantTable("input_people", {
      columns: `done_at timestamptz`,
      key: "round_id, person_id",
      references: [
        { column: "round_id", table: "input_rounds" },
        { column: "person_id", table: "persons" },
      ],
    }),
    `drop index input_people_workspace_id_round_id_idx`,
    ...tenantTable("proposals", {
      columns: `words text not null default '', patch jsonb not null, state text not null default 'open' check (state in ('open', 'accepted', 'countered', 'declined', 'withdrawn')),
        answer text not null default '', counter jsonb, answered_at timestamptz`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "round_id", table: "input_rounds", null: true },
        { column: "milestone_id", table: "milestones", null: true, onDelete: "cascade" },
        { column: "person_id", table: "persons", null: true },
        { column: "answered_by", table: "persons", null: true },
      ],
      revision: true,
    }),
    ...tenantTable("messages", {
      columns: `title text not null, body text not null, audience text not null default 'team' check (audience in ('team', 'client'))`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "author_id", table: "persons", null: true },
      ],
      revision: true,
    }),
    `grant select, insert, update, delete on input_rounds, input_people, proposals, messages to milepost_app`,
  ],
};
