import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/** What comes back by the calendar, on its local clock; `workdays` is every working day. */
const RHYTHM = `cadence text not null check (cadence in ('workdays', 'weekly', 'fortnightly', 'monthly', 'days')), every_days integer check (every_days between 1 and 366),
  starts_on date not null, at_minutes integer not null default 540 check (at_minutes between 0 and 1439)`;

const cards = [
  `alter table checklist_items add column person_id uuid, add column due_on date, add column made_card_id uuid,
    add constraint checklist_items_person foreign key (workspace_id, person_id) references persons (workspace_id, id) on delete set null (person_id),
    add constraint checklist_items_made_card foreign key (workspace_id, made_card_id) references cards (workspace_id, id) on delete set null (made_card_id)`,
  `create index on checklist_items (workspace_id, person_id)`,
  `create index on checklist_items (workspace_id, made_card_id)`,
  `alter table custom_fields add column choices jsonb not null default '[]', add column revision integer not null default 1`,
  `update custom_fields f set kind = 'choice', choices = coalesce((select jsonb_agg(distinct v.value) from card_values v
    where v.workspace_id = f.workspace_id and v.field_id = f.id), '[]') where kind = 'list'`,
  `alter table cards add column cover_file_id uuid,
    add constraint cards_cover foreign key (workspace_id, cover_file_id) references files (workspace_id, id) on delete set null (cover_file_id) deferrable`,
  `create index on cards (workspace_id, cover_file_id)`,
  ...tenantTable("card_watchers", {
    columns: `watches boolean not null default true`,
    key: "card_id, person_id",
    references: [
      { column: "card_id", table: "cards" },
      { column: "person_id", table: "persons" },
    ],
  }),
  `drop index card_watchers_workspace_id_card_id_idx`,
  ...tenantTable("card_templates", {
    columns: `name text not null, content jsonb not null, position text collate "C" not null`,
    references: [{ column: "project_id", table: "projects" }],
    revision: true,
  }),
  ...tenantTable("card_buttons", {
    columns: `place text not null check (place in ('card', 'board')), name text not null, steps jsonb not null, position text collate "C" not null`,
    references: [{ column: "project_id", table: "projects" }],
    revision: true,
  }),
  ...tenantTable("recurring_cards", {
    columns: `${RHYTHM}, content jsonb not null, ends_on date, paused_at timestamptz, next_at timestamptz`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "column_id", table: "columns", null: true },
      { column: "set_by", table: "persons", null: true },
    ],
    indexes: ["next_at"],
    revision: true,
  }),
  ...tenantTable("recurring_makings", {
    columns: `on_date date not null`,
    key: "recurring_card_id, on_date",
    references: [
      { column: "recurring_card_id", table: "recurring_cards" },
      { column: "card_id", table: "cards", null: true },
    ],
  }),
  `drop index recurring_makings_workspace_id_recurring_card_id_idx`,
  ...tenantTable("switches", {
    columns: `code text not null, settings jsonb not null default '{}'`,
    key: "project_id, code",
    references: [
      { column: "project_id", table: "projects" },
      { column: "set_by", table: "persons", null: true },
    ],
    revision: true,
  }),
  `drop index switches_workspace_id_project_id_idx`,
  ...tenantTable("switch_runs", {
    columns: `code text not null, thing_id uuid not null, occasion text not null`,
    key: "project_id, code, thing_id, occasion",
    references: [{ column: "project_id", table: "projects" }],
  }),
  `drop index switch_runs_workspace_id_project_id_idx`,
];

const talk = [
  `alter table threads add column message_id uuid,
    add constraint threads_message foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade,
    drop constraint threads_check, add constraint threads_check check (num_nonnulls(objective_id, milestone_id, card_id, message_id) <= 1)`,
  `create index on threads (workspace_id, message_id)`,
  `drop index threads_one_per_audience`,
  `create unique index threads_one_per_audience on threads (workspace_id, project_id, audience, coalesce(objective_id, milestone_id, card_id, message_id, project_id))`,
  `alter table messages add column edited_at timestamptz`,
  ...tenantTable("message_mentions", {
    columns: ``,
    key: "message_id, person_id",
    references: [
      { column: "message_id", table: "messages" },
      { column: "person_id", table: "persons" },
    ],
  }),
  `drop index message_mentions_workspace_id_message_id_idx`,
  ...tenantTable("groups", { columns: `name text not null`, revision: true }),
  `create unique index groups_by_name on groups (workspace_id, lower(name))`,
  ...tenantTable("group_people", {
    columns: ``,
    key: "group_id, person_id",
    references: [
      { column: "group_id", table: "groups" },
      { column: "person_id", table: "persons" },
    ],
  }),
  `drop index group_people_workspace_id_group_id_idx`,
  ...tenantTable("comment_reactions", {
    columns: `word text not null`,
    key: "comment_id, person_id, word",
    references: [
      { column: "comment_id", table: "comments" },
      { column: "person_id", table: "persons" },
    ],
  }),
  `drop index comment_reactions_workspace_id_comment_id_idx`,
  ...tenantTable("message_reactions", {
    columns: `word text not null`,
    key: "message_id, person_id, word",
    references: [
      { column: "message_id", table: "messages" },
      { column: "person_id", table: "persons" },
    ],
  }),
  `drop index message_reactions_workspace_id_message_id_idx`,
  ...tenantTable("check_ins", {
    columns: `${RHYTHM}, question text not null, paused_at timestamptz`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "set_by", table: "persons", null: true },
    ],
    unique: ["project_id"],
    revision: true,
  }),
  `drop index check_ins_workspace_id_project_id_idx`,
  ...tenantTable("check_in_people", {
    columns: `cadence text check (cadence in ('workdays', 'weekly', 'fortnightly', 'monthly', 'days')), every_days integer check (every_days between 1 and 366), starts_on date,
      at_minutes integer check (at_minutes between 0 and 1439), paused_at timestamptz, asks_after timestamptz not null default now(), next_at timestamptz`,
    key: "check_in_id, person_id",
    references: [
      { column: "check_in_id", table: "check_ins" },
      { column: "person_id", table: "persons" },
    ],
    indexes: ["next_at"],
  }),
  `drop index check_in_people_workspace_id_check_in_id_idx`,
  ...tenantTable("check_in_answers", {
    columns: `on_date date not null, question text not null, body text not null default '', answered_at timestamptz`,
    references: [
      { column: "check_in_id", table: "check_ins" },
      { column: "person_id", table: "persons" },
    ],
    unique: ["check_in_id, person_id, on_date"],
    indexes: ["check_in_id, on_date"],
    revision: true,
  }),
  `drop index check_in_answers_workspace_id_check_in_id_idx`,
];

const OURS = `workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and project_id in (select project_id from portal.sight)`;
const thrownAway = (id: string) =>
  `exists (select from milepost.trash x where x.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and x.thing_id = ${id})`;

/** A message may lie in the trash, and has a thread: with it what was said under it is out of sight. */
const portal = [
  `create or replace view portal.messages with (security_barrier) as select m.id, m.project_id, m.title, m.body, m.author_id, m.created_at, m.edited_at
    from milepost.messages m where m.${OURS} and m.audience = 'client' and not ${thrownAway("m.id")}`,
  `create or replace view portal.threads with (security_barrier) as select t.id, t.project_id, t.objective_id, t.milestone_id, t.card_id, t.message_id
    from milepost.threads t where t.${OURS} and t.audience = 'client' and (t.message_id is null or not ${thrownAway("t.message_id")})`,
];

const places = [
  ...tenantTable("file_folders", {
    columns: `name text not null`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "parent_id", table: "file_folders", null: true, onDelete: "restrict" },
    ],
    revision: true,
  }),
  `alter table files add column folder_id uuid,
    add constraint files_folder foreign key (workspace_id, folder_id) references file_folders (workspace_id, id) on delete set null (folder_id)`,
  `create index on files (workspace_id, folder_id)`,
  ...tenantTable("doors", {
    columns: `name text not null, url text not null, position text collate "C" not null`,
    references: [{ column: "project_id", table: "projects" }],
    revision: true,
  }),
  `alter table saved_views drop constraint saved_views_place_check, add constraint saved_views_place_check check (place in ('portfolio', 'board', 'list', 'calendar', 'search')),
    add column project_id uuid, add constraint saved_views_project foreign key (workspace_id, project_id) references projects (workspace_id, id) on delete cascade`,
  `create index on saved_views (workspace_id, project_id)`,
];

const time = [
  ...tenantTable("time_entries", {
    columns: `on_date date not null, minutes integer not null check (minutes between 1 and 1440), note text not null default ''`,
    references: [
      { column: "card_id", table: "cards" },
      { column: "person_id", table: "persons" },
    ],
    indexes: ["person_id, on_date"],
    revision: true,
  }),
  `drop index time_entries_workspace_id_person_id_idx`,
  ...tenantTable("running_timers", {
    columns: `started_at timestamptz not null`,
    key: "person_id",
    references: [
      { column: "person_id", table: "persons" },
      { column: "card_id", table: "cards" },
    ],
  }),
  `drop index running_timers_workspace_id_person_id_idx`,
  ...tenantTable("week_locks", {
    columns: `week_on date not null`,
    key: "week_on",
    references: [{ column: "locked_by", table: "persons", null: true }],
  }),
];

/** The work of every day: what cards carry besides, what recurs or follows by itself, talk and check-ins, folders and doors, time. */
export const dailyWork: Migration = {
  name: "024-daily-work",
  statements: [
    ...cards,
    ...talk,
    ...portal,
    ...places,
    ...time,
    `alter table inbox_items drop constraint inbox_items_category_check,
      add constraint inbox_items_category_check check (category in ('decision', 'mention', 'assigned', 'review', 'notice', 'warning', 'question', 'watched'))`,
    `grant select, insert, update, delete on card_watchers, card_templates, card_buttons, recurring_cards, recurring_makings, switches, switch_runs, groups, group_people, comment_reactions, message_reactions, message_mentions,
      check_ins, check_in_people, check_in_answers, file_folders, doors, time_entries, running_timers, week_locks to milepost_app`,
  ],
};
