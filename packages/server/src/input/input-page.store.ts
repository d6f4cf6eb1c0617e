import type { Selectable } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PortalComments, PortalProposals } from "../db/portal-schema.ts";

export interface AskedRound {
  id: string;
  deadlineOn: string;
  words: string;
  closedAt: Date | null;
  asker: string | null;
  n: number;
  snapshot: string;
  clientText: string;
  doneAt: Date | null;
}

/** The round with the plan that was put before this person. */
export async function askedRound(
  tx: PortalTx,
  roundId: string,
  personId: string,
): Promise<AskedRound | undefined> {
  return tx
    .selectFrom("portal.inputRounds as r")
    .innerJoin("portal.inputPeople as i", "i.roundId", "r.id")
    .innerJoin("portal.publications as b", "b.id", "r.publicationId")
    .leftJoin("portal.people as p", (on) =>
      on.onRef("p.id", "=", "r.askedBy").onRef("p.projectId", "=", "r.projectId"),
    )
    .select([
      "r.id",
      "r.deadlineOn",
      "r.words",
      "r.closedAt",
      "p.name as asker",
      "b.n",
      "b.snapshot",
      "b.clientText",
      "i.doneAt",
    ])
    .where("r.id", "=", roundId)
    .where("i.personId", "=", personId)
    .executeTakeFirst();
}

export interface Said extends Pick<Selectable<PortalComments>, "id" | "authorName" | "body" | "createdAt"> {
  milestoneId: string | null;
}

/** What both sides have said about the plan and its milestones, oldest first. */
export async function saidOfPlan(tx: PortalTx, projectId: string): Promise<Said[]> {
  return tx
    .selectFrom("portal.comments as c")
    .innerJoin("portal.threads as t", "t.id", "c.threadId")
    .select(["c.id", "c.authorName", "c.body", "c.createdAt", "t.milestoneId"])
    .where("t.projectId", "=", projectId)
    .where("t.cardId", "is", null)
    .where("t.messageId", "is", null)
    .where("t.objectiveId", "is", null)
    .orderBy("c.createdAt")
    .orderBy("c.id")
    .execute();
}

export async function proposalsOfRound(
  tx: PortalTx,
  roundId: string,
): Promise<(Selectable<PortalProposals> & { author: string | null })[]> {
  return tx
    .selectFrom("portal.proposals as o")
    .leftJoin("portal.people as p", (on) =>
      on.onRef("p.id", "=", "o.personId").onRef("p.projectId", "=", "o.projectId"),
    )
    .selectAll("o")
    .select("p.name as author")
    .where("o.roundId", "=", roundId)
    .orderBy("o.createdAt")
    .execute();
}

export async function namesInSight(tx: PortalTx, projectId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("portal.people")
    .select(["id", "name"])
    .where("projectId", "=", projectId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
