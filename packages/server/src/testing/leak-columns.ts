/**
 * What the leak test does not write over: words of ours that code goes by, and what is frozen. Every other text of the
 * database is marked, so a new column is in the test from its first day.
 */
export const KEPT: Readonly<Record<string, "whole" | readonly string[]>> = {
  "*": [
    "position",
    "zone",
    "country",
    "region",
    "currency",
    "state",
    "kind",
    "audience",
    "role",
    "status",
    "language",
  ],
  migrations: "whole",
  seals: "whole",
  idempotency: "whole",
  sign_in_codes: "whole",
  contact_sessions: "whole",
  approval_salts: "whole",
  approval_snapshots: "whole",
  approvals: ["acceptance_then", "choices"],
  blobs: "whole",
  approval_files: "whole",
  change_requests: [],
  client_answers: ["answers"],
  client_requests: ["questions"],
  criteria: ["answer"],
  decisions: ["verdict", "criteria", "pins", "shown_hash", "choice"],
  events: ["verb", "subject_kind"],
  external_ids: "whole",
  forecasts: ["result", "inputs_hash"],
  forecast_outcomes: "whole",
  holidays: ["source", "place"],
  inbox_items: ["thing_kind", "category", "reason", "facts"],
  imports: "whole",
  links: "whole",
  mail_rhythms: ["rhythm"],
  mails: ["data", "dedupe", "subject"],
  mutes: ["thing_kind"],
  comment_reactions: ["word"],
  message_reactions: ["word"],
  tellings: ["code"],
  milestone_moves: ["from_state", "to_state"],
  plan_versions: ["snapshot", "hash"],
  portal_views: ["page"],
  projects: ["key"],
  proposals: ["patch", "counter"],
  publications: ["snapshot", "hash"],
  quotes: ["effect"],
  review_lines: ["carried_out"],
  reports: ["snapshot", "hash", "month"],
  stated_healths: ["word"],
  templates: ["plan"],
  work_patterns: "whole",
  workspaces: ["slug"],
  "auth.session": ["token"],
  "auth.account": ["provider_id", "password"],
  "auth.two_factor": "whole",
};

/** Facts that are a list of words. */
export const LISTS = ["procedures.steps", "input_rounds.gaps"];

/** Tables that stay empty here, and why nothing of them could be read by a client. */
export const EMPTY: readonly string[] = [];

const OWN = "(select id from projects where id = :project)";
const CLIENT_THREADS = "(select id from threads where project_id = :project and audience = 'client')";
const CLIENT_FILES = "(select id from files where project_id = :project and audience = 'client')";
const CLIENT_APPROVALS = "(select id from approvals where project_id = :project and audience = 'client')";
const ASKED = "(select id from client_requests where project_id = :project and state <> 'draft')";
const ASKED_FOR = "(select id from change_requests where project_id = :project and audience = 'client')";

interface Shown {
  from: string;
  columns: readonly string[];
  /** Which rows, for somebody of the client of `:project`; `:person` is who reads. */
  where: string;
}

/** What people of a client may read as it is today. All else that is marked must never reach them. */
export const SHOWN: readonly Shown[] = [
  {
    from: "workspaces",
    columns: ["name"],
    where: "workspace_id = (select workspace_id from projects where id = :project)",
  },
  { from: "clients", columns: ["name"], where: "id = (select client_id from projects where id = :project)" },
  { from: "projects", columns: ["name"], where: `id in ${OWN}` },
  {
    from: "persons",
    columns: ["name"],
    where: `id in (select person_id from project_members where project_id = :project
      union select person_id from contact_roles where project_id = :project
      union select lead_id from projects where id = :project
      union select author_id from comments where thread_id in ${CLIENT_THREADS})`,
  },
  { from: "persons", columns: ["email"], where: "id = :person" },
  { from: "comments", columns: ["body"], where: `deleted_at is null and thread_id in ${CLIENT_THREADS}` },
  { from: "files", columns: ["name"], where: `id in ${CLIENT_FILES}` },
  { from: "file_versions", columns: ["name"], where: `file_id in ${CLIENT_FILES}` },
  { from: "messages", columns: ["title", "body"], where: "project_id = :project and audience = 'client'" },
  { from: "publications", columns: ["client_text"], where: "project_id = :project and withdrawn_at is null" },
  { from: "input_rounds", columns: ["words"], where: "project_id = :project" },
  { from: "proposals", columns: ["words", "answer", "patch", "counter"], where: "project_id = :project" },
  {
    from: "approvals",
    columns: ["title", "question", "consequence", "changed", "cancelled_reason", "choices"],
    where: `id in ${CLIENT_APPROVALS}`,
  },
  {
    from: "decisions",
    columns: ["words", "choice", "criteria", "pins"],
    where: `approval_id in ${CLIENT_APPROVALS}`,
  },
  { from: "client_requests", columns: ["title", "why", "questions"], where: `id in ${ASKED}` },
  {
    from: "client_answers",
    columns: ["words", "answers", "returned_reason"],
    where: `request_id in ${ASKED}`,
  },
  {
    from: "review_words",
    columns: ["words"],
    where: `review_id in (select id from reviews where project_id = :project)`,
  },
  {
    from: "client_quotes",
    columns: ["words", "confirmed_words"],
    where: "project_id = :project and person_id = :person",
  },
  { from: "change_requests", columns: ["title", "words", "answer"], where: `id in ${ASKED_FOR}` },
  {
    from: "quotes",
    columns: ["words"],
    where: `approval_id in ${CLIENT_APPROVALS} and change_request_id in ${ASKED_FOR}`,
  },
];

/** What a publication freezes for them, read just before it is made: later drafts of the same columns are not theirs. */
export const PUBLISHED: readonly Shown[] = [
  { from: "projects", columns: ["name", "outcome", "scope_in", "scope_out"], where: `id in ${OWN}` },
  {
    from: "objectives",
    columns: ["statement", "client_reason", "measure", "unit"],
    where: "project_id = :project",
  },
  {
    from: "milestones",
    columns: ["title", "outcome", "why"],
    where: "project_id = :project and audience = 'client' and state <> 'dropped'",
  },
  {
    from: "criteria",
    columns: ["text"],
    where: "milestone_id in (select id from milestones where project_id = :project and audience = 'client')",
  },
  {
    from: "milestone_roles",
    columns: ["part"],
    where: `milestone_id in (select id from milestones where project_id = :project and audience = 'client')
      and person_id in (select person_id from contact_roles where project_id = :project)`,
  },
  {
    from: "risks",
    columns: ["title", "response"],
    where: "project_id = :project and audience = 'client' and status = 'open'",
  },
  {
    from: "cards",
    columns: ["title"],
    where: "project_id = :project and audience = 'client' and place <> 'later'",
  },
];
