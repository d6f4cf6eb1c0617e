import type { Migration } from "./migration.ts";
import { rowSecurity, tenantTable } from "./table.ts";

const people = [
  `create table workspaces (
    workspace_id uuid primary key,
    name text not null,
    slug text not null unique,
    zone text not null,
    country text,
    currency text not null,
    settings jsonb not null default '{}',
    revision integer not null default 1,
    created_at timestamptz not null default now()
  )`,
  ...rowSecurity("workspaces"),
  ...tenantTable("persons", {
    columns: `name text not null, email text not null, language text not null default 'en', zone text not null, country text`,
    revision: true,
    indexes: ["email"],
  }),
  ...tenantTable("members", {
    columns: `user_id text not null references auth."user" (id), role text not null, title text not null default '', status text not null default 'active', removed_at timestamptz`,
    references: [{ column: "person_id", table: "persons" }],
    key: "person_id",
    unique: ["user_id"],
    revision: true,
  }),
  `create index on members (user_id)`,
  ...tenantTable("work_patterns", {
    columns: `week jsonb not null, from_on date`,
    references: [{ column: "person_id", table: "persons", null: true, onDelete: "cascade" }],
  }),
  ...tenantTable("holidays", {
    columns: `on_date date not null, name text not null, source text not null`,
    unique: ["on_date, name"],
  }),
  ...tenantTable("days_off", {
    columns: `from_on date not null, to_on date not null, reason text not null default ''`,
    references: [{ column: "person_id", table: "persons" }],
  }),
  ...tenantTable("clients", { columns: `name text not null, zone text, country text`, revision: true }),
  ...tenantTable("contacts", {
    columns: ``,
    key: "person_id",
    references: [
      { column: "person_id", table: "persons" },
      { column: "client_id", table: "clients" },
    ],
  }),
];

const projects = [
  ...tenantTable("projects", {
    columns: `key text not null, name text not null, outcome text not null default '', scope_in text not null default '', scope_out text not null default '',
      state text not null default 'draft', paused_at timestamptz, archived_at timestamptz, start_on date, due_on date, currency text not null,
      client_approval boolean not null default false, review_cadence text, milestone_count integer not null default 0, card_count integer not null default 0`,
    references: [
      { column: "client_id", table: "clients", null: true },
      { column: "lead_id", table: "persons", null: true },
    ],
    unique: ["key"],
    revision: true,
  }),
  ...tenantTable("project_members", {
    columns: `role text not null, sees_money boolean not null default false`,
    key: "project_id, person_id",
    references: [
      { column: "project_id", table: "projects" },
      { column: "person_id", table: "persons" },
    ],
  }),
  ...tenantTable("contact_roles", {
    columns: `role text not null`,
    key: "project_id, person_id",
    references: [
      { column: "project_id", table: "projects" },
      { column: "person_id", table: "persons" },
    ],
  }),
  ...tenantTable("fixed_dates", {
    columns: `title text not null, on_date date not null`,
    references: [{ column: "project_id", table: "projects" }],
    revision: true,
  }),
];

const plan = [
  ...tenantTable("objectives", {
    columns: `statement text not null, our_reason text not null default '', client_reason text not null default '', measure text not null default '', unit text not null default '',
      baseline double precision, target double precision, current double precision, target_on date, position text collate "C" not null`,
    references: [{ column: "project_id", table: "projects" }],
    unique: ["project_id, position"],
    revision: true,
  }),
  ...tenantTable("objective_readings", {
    columns: `on_date date not null, value double precision not null`,
    references: [
      { column: "objective_id", table: "objectives" },
      { column: "person_id", table: "persons", null: true },
    ],
    unique: ["objective_id, on_date"],
  }),
  ...tenantTable("milestones", {
    columns: `number integer not null, title text not null, outcome text not null default '', why text not null default '', phase boolean not null default false,
      start_on date, target_on date, state text not null default 'draft', weight integer, audience text not null default 'team',
      client_approval boolean not null default false, price_minor bigint, reached_on date, dropped_reason text, position text collate "C" not null`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "parent_id", table: "milestones", null: true },
      { column: "owner_id", table: "persons", null: true },
    ],
    unique: ["project_id, number", "project_id, position"],
    revision: true,
  }),
  ...tenantTable("milestone_moves", {
    columns: `from_state text not null, to_state text not null, reason text not null default ''`,
    references: [
      { column: "milestone_id", table: "milestones" },
      { column: "person_id", table: "persons", null: true },
    ],
  }),
  ...tenantTable("milestone_objectives", {
    columns: ``,
    key: "milestone_id, objective_id",
    references: [
      { column: "milestone_id", table: "milestones" },
      { column: "objective_id", table: "objectives" },
    ],
  }),
  ...tenantTable("criteria", {
    columns: `text text not null, position text collate "C" not null, answer text, answered_at timestamptz, evidence text not null default ''`,
    references: [
      { column: "milestone_id", table: "milestones" },
      { column: "answered_by", table: "persons", null: true },
    ],
    revision: true,
  }),
  ...tenantTable("milestone_roles", {
    columns: `role text not null, part text not null default '', position integer not null default 0, check (role in ('responsible', 'approver', 'consulted', 'informed'))`,
    references: [
      { column: "milestone_id", table: "milestones" },
      { column: "person_id", table: "persons" },
    ],
    unique: ["milestone_id, person_id, role"],
  }),
  ...tenantTable("read_receipts", {
    columns: `answer text not null, question text not null default '', check (answer in ('clear', 'question'))`,
    references: [
      { column: "milestone_id", table: "milestones" },
      { column: "person_id", table: "persons" },
    ],
    unique: ["milestone_id, person_id"],
  }),
  ...tenantTable("procedures", {
    columns: `name text not null, steps jsonb not null default '[]'`,
    revision: true,
  }),
  ...tenantTable("risks", {
    columns: `title text not null, chance integer not null, impact_low integer not null, impact_likely integer not null, impact_high integer not null,
      trigger text not null default '', response text not null default '', audience text not null default 'team', status text not null default 'open'`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "owner_id", table: "persons", null: true },
    ],
    revision: true,
  }),
  ...tenantTable("risk_milestones", {
    columns: ``,
    key: "risk_id, milestone_id",
    references: [
      { column: "risk_id", table: "risks" },
      { column: "milestone_id", table: "milestones" },
    ],
  }),
];

const board = [
  ...tenantTable("columns", {
    columns: `name text not null, category text not null, position text collate "C" not null, wip_limit integer, check (category in ('todo', 'doing', 'done'))`,
    references: [{ column: "project_id", table: "projects" }],
    unique: ["project_id, position"],
    revision: true,
  }),
  ...tenantTable("cards", {
    columns: `number integer not null, title text not null, body text not null default '', place text not null default 'board', position text collate "C" not null, priority integer not null default 0,
      low integer, likely integer, high integer, start_on date, due_on date, started_at timestamptz, done_at timestamptz, archived_at timestamptz,
      blocked_reason text, blocked_by_client boolean not null default false, audience text not null default 'team', activity boolean not null default false,
      touched_at timestamptz not null default now(), comment_count integer not null default 0, file_count integer not null default 0,
      item_count integer not null default 0, item_done_count integer not null default 0,
      check (place in ('board', 'later', 'outline')), check ((place = 'board') = (column_id is not null))`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "milestone_id", table: "milestones", null: true },
      { column: "column_id", table: "columns", null: true, onDelete: "restrict" },
    ],
    unique: ["project_id, number", "column_id, position"],
    revision: true,
  }),
  ...tenantTable("card_estimates", {
    columns: `low integer, likely integer, high integer`,
    references: [
      { column: "card_id", table: "cards" },
      { column: "person_id", table: "persons", null: true },
    ],
  }),
  ...tenantTable("card_people", {
    columns: ``,
    key: "card_id, person_id",
    references: [
      { column: "card_id", table: "cards" },
      { column: "person_id", table: "persons" },
    ],
  }),
  ...tenantTable("labels", {
    columns: `name text not null, color text not null, position text collate "C" not null`,
    references: [{ column: "project_id", table: "projects" }],
    revision: true,
  }),
  ...tenantTable("card_labels", {
    columns: ``,
    key: "card_id, label_id",
    references: [
      { column: "card_id", table: "cards" },
      { column: "label_id", table: "labels" },
    ],
  }),
  ...tenantTable("checklist_items", {
    columns: `heading text not null default '', text text not null, position text collate "C" not null, done_at timestamptz`,
    references: [
      { column: "card_id", table: "cards" },
      { column: "done_by", table: "persons", null: true },
    ],
    revision: true,
  }),
  ...tenantTable("card_links", {
    columns: `title text not null, url text not null`,
    references: [{ column: "card_id", table: "cards" }],
  }),
  ...tenantTable("custom_fields", {
    columns: `name text not null, kind text not null, position integer not null default 0`,
    references: [{ column: "project_id", table: "projects" }],
  }),
  ...tenantTable("card_values", {
    columns: `value text not null`,
    key: "card_id, field_id",
    references: [
      { column: "card_id", table: "cards" },
      { column: "field_id", table: "custom_fields" },
    ],
  }),
  ...tenantTable("dependencies", {
    columns: `kind text not null, lag_days integer not null default 0, check (kind in ('FS', 'SS', 'FF', 'SF')),
      check (num_nonnulls(from_milestone_id, from_card_id) = 1), check (num_nonnulls(to_milestone_id, to_card_id) = 1)`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "from_milestone_id", table: "milestones", null: true, onDelete: "cascade" },
      { column: "from_card_id", table: "cards", null: true, onDelete: "cascade" },
      { column: "to_milestone_id", table: "milestones", null: true, onDelete: "cascade" },
      { column: "to_card_id", table: "cards", null: true, onDelete: "cascade" },
    ],
  }),
];

const subject = [
  { column: "project_id", table: "projects" },
  { column: "objective_id", table: "objectives", null: true, onDelete: "cascade" },
  { column: "milestone_id", table: "milestones", null: true, onDelete: "cascade" },
  { column: "card_id", table: "cards", null: true, onDelete: "cascade" },
] as const;

/** At most one of objective, milestone, card; none of them means the project itself. */
const oneSubject = "check (num_nonnulls(objective_id, milestone_id, card_id) <= 1)";

const talk = [
  ...tenantTable("threads", { columns: `audience text not null, ${oneSubject}`, references: subject }),
  `create unique index threads_one_per_audience on threads (workspace_id, project_id, audience, coalesce(objective_id, milestone_id, card_id, project_id))`,
  ...tenantTable("comments", {
    columns: `body text not null, edited_at timestamptz, deleted_at timestamptz, imported_author text`,
    references: [
      { column: "thread_id", table: "threads" },
      { column: "author_id", table: "persons", null: true },
      { column: "deleted_by", table: "persons", null: true },
    ],
    indexes: ["thread_id, created_at, id"],
    revision: true,
  }),
  ...tenantTable("comment_edits", {
    columns: `body text not null`,
    references: [
      { column: "comment_id", table: "comments" },
      { column: "person_id", table: "persons", null: true },
    ],
  }),
  ...tenantTable("mentions", {
    columns: ``,
    key: "comment_id, person_id",
    references: [
      { column: "comment_id", table: "comments" },
      { column: "person_id", table: "persons" },
    ],
  }),
];

const files = [
  `create table blobs (
    workspace_id uuid not null references workspaces (workspace_id) on delete cascade,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null,
    media_type text not null,
    created_at timestamptz not null default now(),
    primary key (workspace_id, sha256)
  )`,
  ...rowSecurity("blobs"),
  ...tenantTable("files", {
    columns: `audience text not null default 'team', name text not null, ${oneSubject}`,
    references: [...subject, { column: "author_id", table: "persons", null: true }],
    revision: true,
  }),
  ...tenantTable("file_versions", {
    columns: `n integer not null, name text not null, sha256 text not null, foreign key (workspace_id, sha256) references blobs (workspace_id, sha256)`,
    references: [
      { column: "file_id", table: "files" },
      { column: "author_id", table: "persons", null: true },
    ],
    unique: ["file_id, n"],
    indexes: ["sha256"],
  }),
  ...tenantTable("deliverables", {
    columns: `title text not null, kind text not null, url text, text text, required boolean not null default true, position text collate "C" not null, delivered_at timestamptz,
      check (kind in ('file', 'link', 'text'))`,
    references: [
      { column: "milestone_id", table: "milestones" },
      { column: "file_id", table: "files", null: true },
      { column: "delivered_by", table: "persons", null: true },
    ],
    revision: true,
  }),
];

const record = [
  `create table events (
    workspace_id uuid not null references workspaces (workspace_id) on delete cascade,
    id uuid not null,
    position bigint generated always as identity,
    tx xid8 not null default pg_current_xact_id(),
    actor_id uuid,
    verb text not null,
    subject_kind text not null,
    subject_id uuid not null,
    project_id uuid,
    audience text not null default 'team',
    data jsonb not null default '{}',
    at timestamptz not null default now(),
    primary key (workspace_id, id)
  )`,
  `create index events_by_project on events (workspace_id, project_id, position)`,
  `create index events_by_project_tx on events (workspace_id, project_id, tx)`,
  `create index events_by_subject on events (workspace_id, subject_id, position)`,
  `create index events_by_tx on events (tx, position)`,
  ...rowSecurity("events"),
  `create table seals (
    workspace_id uuid not null references workspaces (workspace_id) on delete cascade,
    chain uuid not null,
    n bigint not null,
    event_id uuid not null,
    content_hash text not null,
    prev text not null,
    hash text not null,
    primary key (workspace_id, chain, n),
    unique (workspace_id, event_id),
    foreign key (workspace_id, event_id) references events (workspace_id, id)
  )`,
  ...rowSecurity("seals"),
  ...tenantTable("mails", {
    columns: `to_email text not null, kind text not null, subject text not null, data jsonb not null default '{}', state text not null default 'queued',
      tries integer not null default 0, last_error text, next_try_at timestamptz not null default now(), sent_at timestamptz, dedupe text not null`,
    references: [{ column: "person_id", table: "persons", null: true }],
    unique: ["dedupe"],
    indexes: ["state, next_try_at"],
  }),
  ...tenantTable("trash", {
    columns: `kind text not null, thing_id uuid not null, title text not null`,
    references: [
      { column: "project_id", table: "projects", null: true, onDelete: "cascade" },
      { column: "person_id", table: "persons", null: true },
    ],
    unique: ["thing_id"],
  }),
  ...tenantTable("idempotency", {
    columns: `key text not null, route text not null, body_hash text not null, status integer, result jsonb`,
    references: [{ column: "person_id", table: "persons" }],
    unique: ["person_id, key"],
  }),
  `create table leases (name text primary key, holder text not null, until timestamptz not null)`,
  `create table cursors (name text primary key, tx xid8 not null, position bigint not null)`,
  ...tenantTable("imports", {
    columns: `source text not null, file_hash text not null, mapping jsonb not null, report jsonb not null`,
    references: [
      { column: "project_id", table: "projects" },
      { column: "person_id", table: "persons", null: true },
    ],
  }),
  ...tenantTable("external_ids", {
    columns: `source text not null, external_id text not null, noun text not null, noun_id uuid not null`,
    references: [{ column: "project_id", table: "projects" }],
    unique: ["project_id, source, noun, external_id"],
  }),
  ...tenantTable("invitations", {
    columns: `email text not null, role text not null, project_ids jsonb not null default '[]', expires_at timestamptz not null, accepted_at timestamptz, revoked_at timestamptz`,
    references: [{ column: "invited_by", table: "persons", null: true }],
  }),
  ...tenantTable("links", {
    columns: `kind text not null, hash text not null, email text not null, user_id text, bound_to text, expires_at timestamptz not null, consumed_at timestamptz, superseded_at timestamptz`,
    references: [
      { column: "invitation_id", table: "invitations", null: true, onDelete: "cascade" },
      { column: "handed_over_by", table: "persons", null: true },
    ],
    unique: ["hash"],
  }),
];

const auth = [
  `create schema if not exists auth`,
  `create table auth."user" (id text primary key, name text not null, email text not null unique, email_verified boolean not null default false, image text,
    two_factor_enabled boolean default false, created_at timestamptz not null default now(), updated_at timestamptz not null default now())`,
  `create table auth.session (id text primary key, expires_at timestamptz not null, token text not null unique, created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(), ip_address text, user_agent text, user_id text not null references auth."user" (id) on delete cascade)`,
  `create index on auth.session (user_id)`,
  `create table auth.account (id text primary key, account_id text not null, provider_id text not null, user_id text not null references auth."user" (id) on delete cascade,
    access_token text, refresh_token text, id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text, password text,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now())`,
  `create index on auth.account (user_id)`,
  `create table auth.verification (id text primary key, identifier text not null, value text not null, expires_at timestamptz not null,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now())`,
  `create index on auth.verification (identifier)`,
  `create table auth.two_factor (id text primary key, secret text not null, backup_codes text not null, user_id text not null references auth."user" (id) on delete cascade,
    verified boolean default true, failed_verification_count integer default 0, locked_until timestamptz)`,
  `create index on auth.two_factor (user_id)`,
  `create table auth.passkey (id text primary key, name text, public_key text not null, user_id text not null references auth."user" (id) on delete cascade,
    credential_id text not null, counter integer not null, device_type text not null, backed_up boolean not null, transports text, created_at timestamptz, aaguid text)`,
  `create index on auth.passkey (user_id)`,
  `create table auth.attempts (key text primary key, count integer not null, since timestamptz not null)`,
];

/**
 * The one function that reads across workspaces: it takes a full hash and returns at most one row.
 * `session`: hash of a session token; `link`: hash of a link token; `email`: hash of an address (first workspace of that user).
 */
const access = [
  `create function resolve_access(p_kind text, p_hash text, p_workspace text)
   returns table (workspace_id uuid, person_id uuid, user_id text, session_id text, name text, role text, zone text, link_id uuid)
   language sql stable security definer set search_path = milepost, pg_temp as $$
     select m.workspace_id, m.person_id, m.user_id, s.id, p.name, m.role, p.zone, null::uuid
     from auth.session s
     join milepost.members m on m.user_id = s.user_id and m.status = 'active'
     join milepost.persons p on p.workspace_id = m.workspace_id and p.id = m.person_id
     join milepost.workspaces w on w.workspace_id = m.workspace_id
     where p_kind = 'session' and s.token = p_hash and s.expires_at > now()
       and (p_workspace is null or w.slug = p_workspace or w.workspace_id::text = p_workspace)
     union all
     select l.workspace_id, null, l.user_id, null, l.email, l.kind, null, l.id
     from milepost.links l where p_kind = 'link' and l.hash = p_hash
     union all
     select m.workspace_id, m.person_id, m.user_id, null, p.name, m.role, p.zone, null
     from auth."user" u
     join milepost.members m on m.user_id = u.id and m.status = 'active'
     join milepost.persons p on p.workspace_id = m.workspace_id and p.id = m.person_id
     where p_kind = 'email' and encode(sha256(convert_to(u.email, 'UTF8')), 'hex') = p_hash
     order by 1 limit 1
   $$`,
];

const grants = [
  `grant usage on schema milepost, auth to milepost_app`,
  `grant select, insert, update, delete on all tables in schema milepost, auth to milepost_app`,
  `grant usage on all sequences in schema milepost to milepost_app`,
  `revoke update, delete, truncate on events, seals from milepost_app`,
  `grant execute on function resolve_access(text, text, text) to milepost_app`,
];

export const foundation: Migration = {
  name: "001-foundation",
  statements: [
    ...auth,
    ...people,
    ...projects,
    ...plan,
    ...board,
    ...talk,
    ...files,
    ...record,
    ...access,
    ...grants,
  ],
};
