import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** Until here a project had its cadence as a text that anybody could type; the numbers are those that it counted as. */
const TEXTS_BECOME_SERIES = [
  `with texts as (
      select workspace_id, id, lower(trim(review_cadence)) as words,
        case lower(trim(review_cadence)) when 'daily' then 1 when 'weekly' then 7 when 'fortnightly' then 14 when 'every 2 weeks' then 14 when 'monthly' then 30 when 'quarterly' then 91
          else substring(review_cadence from '\\d{1,3}')::integer end as days
      from projects where review_cadence is not null)
    insert into review_series (workspace_id, id, project_id, cadence, every_days, starts_on)
    select workspace_id, gen_random_uuid(), id, named, case named when 'days' then least(days, 366) end, current_date
    from texts cross join lateral (select case when words like '%milestone%' then 'milestone' when words = 'monthly' then 'monthly' when days = 7 then 'weekly' when days = 14 then 'fortnightly' else 'days' end as named) as read
    where named = 'milestone' or days > 0`,
  `insert into review_invitees (workspace_id, project_id, person_id)
    select s.workspace_id, s.project_id, m.person_id from review_series s
    join project_members m on m.workspace_id = s.workspace_id and m.project_id = s.project_id`,
  `alter table projects drop column review_cadence`,
];

/**
 * When a project is looked at, and what was seen then. `due_at` is one instant of the cadence, so that a review exists once however many
 * processes ask for it; one that is held at any other time has the moment at which it began.
 */
export const reviews: Migration = {
  name: "018-reviews",
  statements: [
    ...tenantTable("review_series", {
      columns: `cadence text not null check (cadence in ('weekly', 'fortnightly', 'monthly', 'days', 'milestone')), every_days integer check (every_days between 1 and 366),
        starts_on date not null, at_minutes integer not null default 600 check (at_minutes between 0 and 1439), client_part boolean not null default false, remind boolean not null default true, ended_at timestamptz`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "set_by", table: "persons", null: true },
      ],
      unique: ["project_id"],
      revision: true,
    }),
    `drop index review_series_workspace_id_project_id_idx`,
    ...tenantTable("review_invitees", {
      columns: ``,
      key: "project_id, person_id",
      references: [
        { column: "project_id", table: "projects" },
        { column: "person_id", table: "persons" },
      ],
    }),
    `drop index review_invitees_workspace_id_project_id_idx`,
    ...tenantTable("reviews", {
      columns: `due_at timestamptz not null, due_on date not null, reminded_at timestamptz, opened_at timestamptz, client_part_at timestamptz, held_at timestamptz, skipped_at timestamptz,
        skip_reason text not null default '', note text not null default '', untold_reason text not null default '', snapshot text, hash text`,
      references: [
        { column: "project_id", table: "projects" },
        { column: "leader_id", table: "persons", null: true },
        { column: "milestone_id", table: "milestones", null: true },
        { column: "held_by", table: "persons", null: true },
        { column: "skipped_by", table: "persons", null: true },
        { column: "publication_id", table: "publications", null: true },
      ],
      unique: ["project_id, due_at"],
      indexes: ["project_id, due_on"],
      revision: true,
    }),
    `drop index reviews_workspace_id_project_id_idx`,
    // What was held is a record: no request writes over it or takes it away.
    `create policy held_stays on reviews as restrictive for update to milepost_app using (held_at is null) with check (true)`,
    `create policy held_remains on reviews as restrictive for delete to milepost_app using (held_at is null)`,
    `create index reviews_open on reviews (due_at) where held_at is null and skipped_at is null`,
    ...tenantTable("review_lines", {
      columns: `computed text not null, likely_on date, safe_on date, target_on date, stated text, evidence text not null default '',
        decision text check (decision in ('keep', 'move', 'redefine', 'split', 'drop')), reason_code text, reason text not null default '', client_note text not null default '', noted_at timestamptz, carried_out text not null default '', decided_at timestamptz`,
      references: [
        { column: "review_id", table: "reviews" },
        { column: "milestone_id", table: "milestones" },
        { column: "decided_by", table: "persons", null: true },
        { column: "event_id", table: "events", null: true },
      ],
      unique: ["review_id, milestone_id"],
      revision: true,
    }),
    `drop index review_lines_workspace_id_review_id_idx`,
    ...tenantTable("review_actions", {
      columns: `title text not null, due_on date`,
      references: [
        { column: "review_id", table: "reviews" },
        { column: "milestone_id", table: "milestones", null: true },
        { column: "owner_id", table: "persons", null: true },
        { column: "card_id", table: "cards", null: true },
      ],
    }),
    ...tenantTable("review_attendance", {
      columns: `seen_at timestamptz not null`,
      key: "review_id, person_id",
      references: [
        { column: "review_id", table: "reviews" },
        { column: "person_id", table: "persons" },
      ],
    }),
    `drop index review_attendance_workspace_id_review_id_idx`,
    ...tenantTable("review_words", {
      columns: `kind text not null check (kind in ('fine', 'question', 'proposal')), words text not null default '', target_on date`,
      references: [
        { column: "review_id", table: "reviews" },
        { column: "person_id", table: "persons" },
        { column: "milestone_id", table: "milestones", null: true, onDelete: "cascade" },
        { column: "handed_over_by", table: "persons", null: true },
        { column: "proposal_id", table: "proposals", null: true },
      ],
    }),
    ...tenantTable("stated_healths", {
      columns: `word text not null check (word in ('on_track', 'at_risk', 'off_track', 'waiting_for_client')), reason text not null, until_on date not null, said_at timestamptz not null, ended_at timestamptz`,
      references: [
        { column: "milestone_id", table: "milestones" },
        { column: "person_id", table: "persons", null: true },
      ],
    }),
    `create unique index stated_healths_one_stands on stated_healths (workspace_id, milestone_id) where ended_at is null`,
    `alter table objective_readings add column review_id uuid,
      add foreign key (workspace_id, review_id) references reviews (workspace_id, id) on delete set null (review_id)`,
    `create index on objective_readings (workspace_id, review_id)`,
    ...TEXTS_BECOME_SERIES,
    `grant select, insert, update, delete on review_series, review_invitees, reviews, review_lines, review_actions, review_attendance, review_words, stated_healths to milepost_app`,
  ],
};
