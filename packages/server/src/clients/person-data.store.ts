import type { Scope } from "../access/scope.ts";

/** All that is kept about one contact, table by table, as rows; no link, hash or password is among it. */
export async function personData({ tx, actor }: Scope, personId: string) {
  const { workspaceId } = actor;
  const person = await tx
    .selectFrom("persons")
    .select(["id", "name", "email", "language", "zone", "country", "region", "createdAt"])
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const projects = await tx
    .selectFrom("contactRoles as r")
    .innerJoin("projects as p", (join) =>
      join.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .select(["p.key", "p.name", "r.role", "r.createdAt"])
    .where("r.workspaceId", "=", workspaceId)
    .where("r.personId", "=", personId)
    .orderBy("p.key")
    .execute();
  return {
    person,
    projects,
    ...(await waysIn({ tx, actor }, personId)),
    ...(await said({ tx, actor }, personId)),
    ...(await saidOfPlans({ tx, actor }, personId)),
  };
}

type In = Pick<Scope, "tx" | "actor">;

async function waysIn({ tx, actor }: In, personId: string) {
  const { workspaceId } = actor;
  return {
    links: await tx
      .selectFrom("links")
      .select(["kind", "projectId", "expiresAt", "consumedAt", "revokedAt", "createdAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    devices: await tx
      .selectFrom("contactSessions")
      .select(["level", "createdAt", "seenAt", "expiresAt", "revokedAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    pagesOpened: await tx
      .selectFrom("portalViews")
      .select(["page", "projectId", "fetchedAt", "seenAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("fetchedAt")
      .execute(),
    mailsToThem: await tx
      .selectFrom("mails")
      .select(["kind", "toEmail", "subject", "state", "sentAt", "bouncedAt", "createdAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    mailsFromThem: await tx
      .selectFrom("inboundMails")
      .select(["fromEmail", "subject", "text", "state", "createdAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
  };
}

async function said({ tx, actor }: In, personId: string) {
  const { workspaceId } = actor;
  return {
    comments: await tx
      .selectFrom("comments")
      .select(["id", "body", "createdAt", "editedAt", "deletedAt"])
      .where("workspaceId", "=", workspaceId)
      .where("authorId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    files: await tx
      .selectFrom("fileVersions")
      .select(["fileId", "n", "name", "sha256", "createdAt"])
      .where("workspaceId", "=", workspaceId)
      .where("authorId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    decisions: await tx
      .selectFrom("decisions as d")
      .innerJoin("approvals as a", (join) =>
        join.onRef("a.workspaceId", "=", "d.workspaceId").onRef("a.id", "=", "d.approvalId"),
      )
      .select(["a.number", "a.title", "d.verdict", "d.choice", "d.words", "d.way", "d.at", "d.shownHash"])
      .where("d.workspaceId", "=", workspaceId)
      .where("d.personId", "=", personId)
      .orderBy("d.at")
      .execute(),
    answers: await tx
      .selectFrom("clientAnswers as a")
      .innerJoin("clientRequests as r", (join) =>
        join.onRef("r.workspaceId", "=", "a.workspaceId").onRef("r.id", "=", "a.requestId"),
      )
      .select(["r.number", "r.title", "a.round", "a.words", "a.answers", "a.sentAt"])
      .where("a.workspaceId", "=", workspaceId)
      .where("a.personId", "=", personId)
      .orderBy("a.createdAt")
      .execute(),
    proposals: await tx
      .selectFrom("proposals")
      .select(["words", "patch", "state", "createdAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    wishes: await tx
      .selectFrom("changeRequests")
      .select(["number", "title", "words", "state", "createdAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    acts: await tx
      .selectFrom("events")
      .select(["verb", "subjectKind", "subjectId", "projectId", "at"])
      .where("workspaceId", "=", workspaceId)
      .where("actorId", "=", personId)
      .orderBy("position")
      .execute(),
  };
}

async function saidOfPlans({ tx, actor }: In, personId: string) {
  const { workspaceId } = actor;
  return {
    inReviews: await tx
      .selectFrom("reviewWords")
      .select(["kind", "words", "targetOn", "createdAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    ofPublications: await tx
      .selectFrom("noticeReceipts")
      .select(["publicationId", "sentAt", "readAt", "acknowledgedAt", "questionedAt", "question"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
    quotes: await tx
      .selectFrom("clientQuotes")
      .select(["words", "askedAt", "confirmedWords", "nameHidden", "confirmedAt", "declinedAt"])
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .orderBy("createdAt")
      .execute(),
  };
}
