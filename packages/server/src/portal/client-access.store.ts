import type { Scope } from "../access/scope.ts";

export interface AccessRow {
  personId: string;
  name: string;
  email: string;
  language: string;
  role: string;
  /** The colleague who let them in; null where the team did. */
  invitedBy: string | null;
  /** When a page of this project was last before their eyes. */
  openedAt: Date | null;
  /** How many of their devices are signed in. */
  sessions: number;
  /** Their calendar reads this project by a secret address. */
  hasFeed: boolean;
}

/** The client's people on a project, with how they come in. */
export async function listAccess(
  { tx, actor, now }: Scope,
  projectId: string,
  personId?: string,
): Promise<AccessRow[]> {
  const query = tx
    .selectFrom("contactRoles as r")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
    )
    .leftJoin("persons as i", (join) =>
      join.onRef("i.workspaceId", "=", "r.workspaceId").onRef("i.id", "=", "r.invitedBy"),
    )
    .select(["p.id as personId", "p.name", "p.email", "p.language", "r.role", "i.name as invitedBy"])
    .select(({ selectFrom, exists }) => [
      exists(
        selectFrom("links as l")
          .select("l.id")
          .whereRef("l.workspaceId", "=", "r.workspaceId")
          .whereRef("l.projectId", "=", "r.projectId")
          .whereRef("l.personId", "=", "r.personId")
          .where("l.kind", "=", "feed")
          .where("l.revokedAt", "is", null),
      )
        .$castTo<boolean>()
        .as("hasFeed"),
      selectFrom("portalViews as v")
        .select((row) => row.fn.max("v.seenAt").as("at"))
        .whereRef("v.workspaceId", "=", "r.workspaceId")
        .whereRef("v.projectId", "=", "r.projectId")
        .whereRef("v.personId", "=", "r.personId")
        .as("openedAt"),
      selectFrom("contactSessions as s")
        .select((row) => row.fn.countAll<number>().as("n"))
        .whereRef("s.workspaceId", "=", "r.workspaceId")
        .whereRef("s.personId", "=", "r.personId")
        .where("s.revokedAt", "is", null)
        .where("s.expiresAt", ">", now)
        .as("sessions"),
    ])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .orderBy("p.name")
    .orderBy("p.id");
  const rows = await (personId ? query.where("r.personId", "=", personId) : query).execute();
  return rows.map((row) => ({ ...row, sessions: row.sessions ?? 0 }));
}

export interface LastMail {
  personId: string | null;
  toEmail: string;
  state: string;
  bouncedAt: Date | null;
  createdAt: Date;
}

/** The newest mail to each of them. */
export async function lastMails(
  { tx, actor }: Scope,
  personIds: readonly string[],
): Promise<Map<string, LastMail>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("mails")
    .distinctOn("personId")
    .select(["personId", "toEmail", "state", "bouncedAt", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "in", personIds)
    .orderBy("personId")
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map((row) => [row.personId ?? "", row]));
}

/** What a project asks of who wants to come in, and whether money hangs on it: a price in its plan, or one that was offered. */
export async function findLevel(
  { tx, actor }: Scope,
  projectId: string,
): Promise<{ securityLevel: string | null; hasPrice: boolean }> {
  return tx
    .selectFrom("projects as p")
    .select((row) => [
      "p.securityLevel",
      row
        .or([
          row.exists(
            row
              .selectFrom("milestones as m")
              .select("m.id")
              .whereRef("m.workspaceId", "=", "p.workspaceId")
              .whereRef("m.projectId", "=", "p.id")
              .where("m.priceMinor", "is not", null),
          ),
          row.exists(
            row
              .selectFrom("changeRequests as r")
              .innerJoin("quotes as q", (on) =>
                on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.changeRequestId", "=", "r.id"),
              )
              .select("q.id")
              .whereRef("r.workspaceId", "=", "p.workspaceId")
              .whereRef("r.projectId", "=", "p.id")
              .where("q.priceMinor", ">", 0),
          ),
        ])
        .$castTo<boolean>()
        .as("hasPrice"),
    ])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.id", "=", projectId)
    .executeTakeFirstOrThrow();
}
