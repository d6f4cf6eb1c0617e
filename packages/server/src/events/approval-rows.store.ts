import { type RawBuilder, sql } from "kysely";
import type { PortalTx, Tx } from "../db/database.ts";

/** A row as it is sealed and shown: its facts, and what it points at. */
export interface ApprovalRow {
  /** What it is, and which: `decision:ID`. */
  key: string;
  facts: Record<string, unknown>;
  refs: Record<string, string | null>;
}

/** The team's tables, or what somebody of a client may read of them. */
export type Reading =
  | { db: Tx; schema: "milepost"; workspaceId: string }
  | { db: PortalTx; schema: "portal" };

type Found = Record<string, unknown> & { of: string };

interface Question {
  kind: string;
  /** The columns that tell the rows of one approval apart. */
  key: readonly string[];
  refs: readonly string[];
  rows: RawBuilder<Found>;
}

/** The rows of these approvals, in an order that does not change. */
export async function readApprovalRows(
  reading: Reading,
  approvalIds: readonly string[],
): Promise<Map<string, ApprovalRow[]>> {
  const found = new Map<string, ApprovalRow[]>(approvalIds.map((id) => [id, []]));
  // One connection answers one question at a time.
  for (const question of questionsOf(reading, approvalIds)) {
    const { rows } = await question.rows.execute(reading.db);
    for (const row of rows) found.get(row.of)?.push(rowOf(question, row));
  }
  return found;
}

function rowOf({ kind, key, refs }: Question, { of: _approval, ...row }: Found): ApprovalRow {
  const entries = Object.entries(row);
  return {
    key: [kind, ...key.map((column) => String(row[column]))].join(":"),
    facts: Object.fromEntries(entries.filter(([column]) => !refs.includes(column))),
    refs: Object.fromEntries(refs.map((column) => [column, row[column] ? String(row[column]) : null])),
  };
}

/** The instant with all its digits: an altered microsecond is an altered record. */
const exact = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The wall around a workspace stands behind the app's role and the views alike; the sealer works for all of them. */
function sourcesOf(reading: Reading, approvalIds: readonly string[]) {
  return {
    table: (name: string) => sql.table(`${reading.schema}.${name}`),
    own: (alias: string) =>
      reading.schema === "portal"
        ? sql`true`
        : sql`${sql.ref(`${alias}.workspaceId`)} = ${reading.workspaceId}::uuid`,
    wanted: sql`any(${approvalIds}::uuid[])`,
  };
}

type Sources = ReturnType<typeof sourcesOf>;

function questionsOf(reading: Reading, approvalIds: readonly string[]): Question[] {
  const sources = sourcesOf(reading, approvalIds);
  return [...requestQuestions(sources), fileQuestion(reading.schema, sources), ...decisionQuestions(sources)];
}

function requestQuestions({ table, own, wanted }: Sources): Question[] {
  return [
    {
      kind: "approval",
      key: [],
      refs: ["milestoneId", "publicationId", "planVersionId", "earlierId", "askedBy"],
      rows: sql<Found>`select a.id as of, a.id, a.project_id, a.number, a.kind, a.round, a.title, a.question, a.rule, a.choices, a.due_on, a.audience,
          a.consequence, a.changed, a.acceptance_days, a.acceptance_then, a.outcome, a.cancelled_reason, a.revision, ${exact("a.opensAt")} as opens_at,
          ${exact("a.outcomeAt")} as outcome_at, ${exact("a.supersededAt")} as superseded_at, ${exact("a.cancelledAt")} as cancelled_at,
          ${exact("a.createdAt")} as created_at, a.milestone_id, a.publication_id, a.plan_version_id, a.earlier_id, a.asked_by
        from ${table("approvals")} a where ${own("a")} and a.id = ${wanted}`,
    },
    {
      kind: "snapshot",
      key: [],
      refs: [],
      rows: sql<Found>`select s.approval_id as of, s.snapshot, s.hash, ${exact("s.createdAt")} as created_at
        from ${table("approval_snapshots")} s where ${own("s")} and s.approval_id = ${wanted}`,
    },
    {
      kind: "seat",
      key: ["personId"],
      refs: ["delegateId", "askedBy"],
      rows: sql<Found>`select p.approval_id as of, p.person_id, p.part, p.position, ${exact("p.createdAt")} as created_at, p.delegate_id, p.asked_by
        from ${table("approval_people")} p where ${own("p")} and p.approval_id = ${wanted} order by p.part desc, p.position, p.person_id`,
    },
  ];
}

function fileQuestion(schema: Reading["schema"], { table, own, wanted }: Sources): Question {
  const sized =
    schema === "portal"
      ? sql``
      : sql`join milepost.blobs b on b.workspace_id = f.workspace_id and b.sha256 = f.sha256`;
  const size = schema === "portal" ? sql`f.bytes, f.media_type` : sql`b.bytes, b.media_type`;
  return {
    kind: "file",
    key: ["id"],
    refs: ["fileVersionId"],
    rows: sql<Found>`select f.approval_id as of, f.id, f.position, f.name, f.sha256, ${size}, ${exact("f.createdAt")} as created_at, f.file_version_id
        from ${table("approval_files")} f ${sized} where ${own("f")} and f.approval_id = ${wanted} order by f.position`,
  };
}

function decisionQuestions({ table, own, wanted }: Sources): Question[] {
  return [
    {
      kind: "decision",
      key: ["id"],
      refs: ["decidedBy", "handedOverBy", "linkId"],
      rows: sql<Found>`select d.approval_id as of, d.id, d.person_id, d.attempt, d.verdict, d.choice, d.words, d.criteria, d.pins, d.shown_hash, d.way,
          ${exact("d.at")} as at, ${exact("d.createdAt")} as created_at, d.decided_by, d.handed_over_by, d.link_id
        from ${table("decisions")} d where ${own("d")} and d.approval_id = ${wanted} order by d.at, d.id`,
    },
    {
      kind: "withdrawal",
      key: ["decisionId"],
      refs: ["personId"],
      rows: sql<Found>`select d.approval_id as of, w.decision_id, ${exact("w.at")} as at, ${exact("w.createdAt")} as created_at, w.person_id
        from ${table("withdrawals")} w join ${table("decisions")} d on d.id = w.decision_id
        where ${own("w")} and ${own("d")} and d.approval_id = ${wanted} order by w.at, w.decision_id`,
    },
    {
      kind: "person",
      key: ["personId"],
      refs: [],
      rows: sql<Found>`select t.approval_id as of, t.person_id, t.name_hash, t.mail_hash
        from ${table("approval_salts")} t where ${own("t")} and t.approval_id = ${wanted} order by t.person_id`,
    },
  ];
}
