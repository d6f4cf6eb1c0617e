import type { Migration } from "./migration.ts";

const WORKSPACE = "nullif(current_setting('app.workspace', true), '')::uuid";
const PERSON = "nullif(current_setting('app.person', true), '')::uuid";
const PROJECT = "nullif(current_setting('app.project', true), '')::uuid";
/** Whoever was erased is called what the reader's language calls them. */
const nameOf = (person: string) =>
  `case when ${person}.erased_at is null then ${person}.name else coalesce(nullif(current_setting('app.former', true), ''), ${person}.name) end`;
const NOW = "coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())";

/** Rows of the projects in sight, and nothing of a project that lies in the trash. */
const IN_SIGHT = `workspace_id = ${WORKSPACE} and project_id in (select project_id from portal.sight)`;

function view(name: string, select: string): string {
  return `create view portal.${name} with (security_barrier) as ${select}`;
}

/** Rows that hang on rows of a portal view. */
function below(name: string, columns: string, table: string, column: string, parent: string): string {
  return view(
    name,
    `select ${columns} from milepost.${table} where workspace_id = ${WORKSPACE} and ${column} in (select id from portal.${parent})`,
  );
}

/**
 * All that people of a client can ever read, as views that list their columns: pages for clients run as a role that may
 * read these and nothing else. What a view does not name cannot leak, whatever a query forgets.
 */
export const portalViews: Migration = {
  name: "023-portal-views",
  statements: [
    "drop schema if exists portal cascade",
    "create schema portal",
    view(
      "sight",
      `select cr.project_id, cr.role from milepost.contact_roles cr
        join milepost.contacts c on c.workspace_id = cr.workspace_id and c.person_id = cr.person_id
        join milepost.projects p on p.workspace_id = cr.workspace_id and p.id = cr.project_id and p.client_id = c.client_id
        where cr.workspace_id = ${WORKSPACE} and cr.person_id = ${PERSON}
          and not exists (select from milepost.trash t where t.workspace_id = p.workspace_id and t.thing_id = p.id)
      union select p.id, 'observer' from milepost.projects p where p.workspace_id = ${WORKSPACE} and p.id = ${PROJECT}
        and not exists (select from milepost.contact_roles cr where cr.workspace_id = p.workspace_id and cr.project_id = p.id and cr.person_id = ${PERSON})
        and not exists (select from milepost.trash t where t.workspace_id = p.workspace_id and t.thing_id = p.id)`,
    ),
    view(
      "projects",
      `select p.id, p.key, p.name, p.currency, p.paused_at, p.archived_at, p.state, p.lead_id, p.security_level, p.shows_forecast, p.shows_criteria, s.role, s.role = 'approver' or p.observers_comment as may_comment,
        c.name as client_name, w.name as workspace_name, w.slug as workspace_slug, w.zone, w.settings -> 'brand' as brand,
        coalesce(w.settings ->> 'viewLog', 'true') <> 'false' as keeps_views,
        exists (select from milepost.milestones m where m.workspace_id = p.workspace_id and m.project_id = p.id and m.price_minor is not null)
          or exists (select from milepost.change_requests r join milepost.quotes q on q.workspace_id = r.workspace_id and q.change_request_id = r.id
            where r.workspace_id = p.workspace_id and r.project_id = p.id and q.price_minor > 0) as has_price
      from portal.sight s join milepost.projects p on p.workspace_id = ${WORKSPACE} and p.id = s.project_id
      join milepost.workspaces w on w.workspace_id = p.workspace_id
      left join milepost.clients c on c.workspace_id = p.workspace_id and c.id = p.client_id`,
    ),
    view(
      "people",
      `select m.project_id, q.id, q.name, 'team' as side from milepost.project_members m
        join milepost.persons q on q.workspace_id = m.workspace_id and q.id = m.person_id where m.${IN_SIGHT}
      union select p.id, q.id, q.name, 'team' from milepost.projects p join milepost.persons q on q.workspace_id = p.workspace_id and q.id = p.lead_id
        where p.workspace_id = ${WORKSPACE} and p.id in (select project_id from portal.sight)
      union select cr.project_id, q.id, q.name, 'client' from milepost.contact_roles cr
        join milepost.persons q on q.workspace_id = cr.workspace_id and q.id = cr.person_id where cr.${IN_SIGHT}`,
    ),
    view(
      "publications",
      `select id, project_id, n, snapshot, hash, client_text, person_id, created_at, held_until from milepost.publications
        where ${IN_SIGHT} and withdrawn_at is null and held_until <= ${NOW}`,
    ),
    below(
      "plan_versions",
      "id, project_id, n, publication_id, hash, created_at",
      "plan_versions",
      "publication_id",
      "publications",
    ),
    view(
      "reached",
      `select id as milestone_id, project_id, reached_on from milepost.milestones where ${IN_SIGHT} and audience = 'client' and state = 'accepted'`,
    ),
    view(
      "criteria_met",
      `select c.id, c.milestone_id, m.project_id from milepost.criteria c
        join milepost.milestones m on m.workspace_id = c.workspace_id and m.id = c.milestone_id and m.audience = 'client'
        join portal.projects p on p.id = m.project_id and p.shows_criteria
        where c.workspace_id = ${WORKSPACE} and c.answer = 'met'`,
    ),
    view(
      "threads",
      `select id, project_id, objective_id, milestone_id, card_id from milepost.threads where ${IN_SIGHT} and audience = 'client'`,
    ),
    view(
      "comments",
      `select c.id, c.thread_id, c.author_id, ${nameOf("p")} as author_name, c.body, c.created_at, c.edited_at from milepost.comments c
        left join milepost.persons p on p.workspace_id = c.workspace_id and p.id = c.author_id
        where c.workspace_id = ${WORKSPACE} and c.deleted_at is null and c.thread_id in (select id from portal.threads)`,
    ),
    view(
      "files",
      `select f.id, f.project_id, f.objective_id, f.milestone_id, f.card_id, f.name, f.author_id, f.created_at from milepost.files f
        where f.${IN_SIGHT} and f.audience = 'client' and not exists (select from milepost.trash t where t.workspace_id = f.workspace_id and t.thing_id = f.id)`,
    ),
    view(
      "file_versions",
      `select v.id, v.file_id, v.n, v.name, v.sha256, b.bytes, b.media_type, v.author_id, v.created_at from milepost.file_versions v
        join milepost.blobs b on b.workspace_id = v.workspace_id and b.sha256 = v.sha256
        where v.workspace_id = ${WORKSPACE} and v.file_id in (select id from portal.files)`,
    ),
    view(
      "messages",
      `select id, project_id, title, body, author_id, created_at from milepost.messages where ${IN_SIGHT} and audience = 'client'`,
    ),
    view(
      "input_rounds",
      `select id, project_id, publication_id, deadline_on, words, asked_by, closed_at, created_at from milepost.input_rounds
        where ${IN_SIGHT} and publication_id in (select id from portal.publications)`,
    ),
    below("input_people", "round_id, person_id, done_at", "input_people", "round_id", "input_rounds"),
    view(
      "proposals",
      `select id, project_id, round_id, milestone_id, person_id, words, patch, state, answer, counter, answered_at, answered_by, created_at from milepost.proposals where ${IN_SIGHT}`,
    ),
    view(
      "approvals",
      `select id, project_id, number, kind, round, title, question, rule, choices, due_on, consequence, changed, opens_at, acceptance_days, acceptance_then, outcome, outcome_at,
        superseded_at, cancelled_at, cancelled_reason, milestone_id, publication_id, plan_version_id, earlier_id, asked_by, created_at, audience, revision from milepost.approvals
        where ${IN_SIGHT} and audience = 'client' and opens_at <= ${NOW} and (publication_id is null or publication_id in (select id from portal.publications))`,
    ),
    below(
      "approval_snapshots",
      "approval_id, snapshot, hash, created_at",
      "approval_snapshots",
      "approval_id",
      "approvals",
    ),
    below(
      "approval_people",
      "approval_id, person_id, delegate_id, part, position, asked_by, created_at",
      "approval_people",
      "approval_id",
      "approvals",
    ),
    view(
      "approval_files",
      `select f.id, f.approval_id, f.position, f.name, f.sha256, b.bytes, b.media_type, f.file_version_id, f.created_at from milepost.approval_files f
        join milepost.blobs b on b.workspace_id = f.workspace_id and b.sha256 = f.sha256
        where f.workspace_id = ${WORKSPACE} and f.approval_id in (select id from portal.approvals)`,
    ),
    below(
      "decisions",
      "id, approval_id, person_id, decided_by, handed_over_by, attempt, verdict, choice, words, criteria, pins, shown_hash, way, at, link_id, created_at",
      "decisions",
      "approval_id",
      "approvals",
    ),
    below("withdrawals", "decision_id, person_id, at, created_at", "withdrawals", "decision_id", "decisions"),
    view(
      "mailed_yes",
      `select approval_id, person_id, created_at as at from milepost.inbound_mails
        where workspace_id = ${WORKSPACE} and state = 'comment' and person_id = ${PERSON} and approval_id in (select id from portal.approvals)`,
    ),
    view(
      "approval_salts",
      `select s.approval_id, s.person_id, s.salt, s.name_hash, s.mail_hash, ${nameOf("p")} as name from milepost.approval_salts s
        join milepost.persons p on p.workspace_id = s.workspace_id and p.id = s.person_id
        where s.workspace_id = ${WORKSPACE} and s.approval_id in (select id from portal.approvals)`,
    ),
    view(
      "chain",
      `select s.chain as project_id, s.n, s.body, s.hash, a.id as approval_id, case when a.id is not null then s.covers end as covers,
        case when a.id is not null or s.body is null then s.event_id end as event_id, case when s.body is null then s.content_hash end as content_hash,
        e.verb, e.subject_kind, e.subject_id, e.audience, e.actor_id, e.at, e.data
      from milepost.seals s left join portal.approvals a on a.id = s.approval_id
      left join milepost.events e on e.workspace_id = s.workspace_id and e.id = s.event_id and a.id is not null
      where s.workspace_id = ${WORKSPACE} and s.chain in (select project_id from portal.sight)`,
    ),
    view(
      "requests",
      `select id, project_id, number, kind, title, why, questions, due_on, asked_at, answered_at, closed_at, state, milestone_id, contact_id, asked_by from milepost.client_requests
        where ${IN_SIGHT} and state <> 'draft'`,
    ),
    view(
      "answers",
      `select id, request_id, round, words, answers, sent_at, returned_at, returned_reason, person_id, handed_over_by, created_at from milepost.client_answers
        where workspace_id = ${WORKSPACE} and request_id in (select id from portal.requests) and (sent_at is not null or person_id = ${PERSON})`,
    ),
    below("answer_files", "answer_id, file_id", "client_answer_files", "answer_id", "answers"),
    view(
      "change_requests",
      `select id, project_id, number, title, words, answer, answered_at, answered_by, state, milestone_id, person_id, plan_version_id, approves, created_at,
          (select v.n from milepost.plan_versions v where v.workspace_id = ${WORKSPACE} and v.id = plan_version_id) as plan_version
        from milepost.change_requests where ${IN_SIGHT} and audience = 'client'`,
    ),
    view(
      "quotes",
      `select q.id, q.change_request_id, q.price_minor, q.words, q.approval_id, q.created_at,
          (select max((e ->> 'days')::integer) from jsonb_array_elements(q.effect) e
            join milepost.milestones m on m.workspace_id = q.workspace_id and m.id = (e ->> 'milestoneId')::uuid and m.audience = 'client') as days
        from milepost.quotes q
        where q.workspace_id = ${WORKSPACE} and q.change_request_id in (select id from portal.change_requests) and q.approval_id in (select id from portal.approvals)`,
    ),
    view(
      "paid",
      `select a.milestone_id, m.project_id, a.minor, a.currency, a.paid_on from milepost.payments a
        join milepost.milestones m on m.workspace_id = a.workspace_id and m.id = a.milestone_id and m.audience = 'client'
        where a.workspace_id = ${WORKSPACE} and m.project_id in (select project_id from portal.sight) and a.paid_on is not null`,
    ),
    view(
      "reviews",
      `select r.id, r.project_id, r.due_on, r.client_part_at, r.held_at from milepost.reviews r
        where r.${IN_SIGHT} and r.client_part_at is not null and r.skipped_at is null
          and exists (select from milepost.review_invitees i where i.workspace_id = r.workspace_id and i.project_id = r.project_id and i.person_id = ${PERSON})`,
    ),
    view(
      "review_words",
      `select w.id, w.review_id, w.person_id, ${nameOf("p")} as name, w.milestone_id, w.kind, w.words, w.target_on, w.handed_over_by, w.created_at from milepost.review_words w
        join milepost.persons p on p.workspace_id = w.workspace_id and p.id = w.person_id
        where w.workspace_id = ${WORKSPACE} and w.review_id in (select id from portal.reviews)`,
    ),
    view(
      "notice_receipts",
      `select publication_id, person_id, read_at, acknowledged_at, questioned_at, question from milepost.notice_receipts
        where workspace_id = ${WORKSPACE} and person_id = ${PERSON} and publication_id in (select id from portal.publications)`,
    ),
    view(
      "reports",
      `select id, project_id, n, on_date, snapshot, hash, created_at from milepost.reports
        where ${IN_SIGHT} and publication_id in (select id from portal.publications)`,
    ),
    view(
      "reached_moments",
      `select milestone_id, seen_at from milepost.reached_moments where workspace_id = ${WORKSPACE} and person_id = ${PERSON}`,
    ),
    view(
      "client_quotes",
      `select id, project_id, asked_by, words, asked_at, confirmed_at, confirmed_words, name_hidden, declined_at from milepost.client_quotes where ${IN_SIGHT} and person_id = ${PERSON}`,
    ),
    "grant usage on schema portal to milepost_portal",
    "grant select on all tables in schema portal to milepost_portal",
  ],
};
