import type { PortalTx } from "../db/database.ts";
import { undecided } from "../portal/waiting.store.ts";

/** Something that waits for somebody who was asked by name. */
export interface Waiting {
  kind: "approval" | "request";
  id: string;
  number: number;
  title: string;
  /** What hangs on it, as it was written for a decision. */
  effect: string;
  dueOn: string | null;
  /** From when on it was theirs: asked for, or sent back. */
  since: Date | null;
  milestoneId: string | null;
  personId: string | null;
  delegateId: string | null;
}

/** Decisions that are open, once for each decider who has not decided; soonest first. */
export async function openApprovals(tx: PortalTx, projectId: string): Promise<Waiting[]> {
  const rows = await undecided(tx, projectId)
    .select([
      "a.id",
      "a.number",
      "a.title",
      "a.consequence",
      "a.dueOn",
      "a.opensAt as since",
      "a.milestoneId",
    ])
    .select(["p.personId", "p.delegateId"])
    .orderBy("a.dueOn")
    .orderBy("a.number")
    .orderBy("p.position")
    .limit(200)
    .execute();
  return rows.map(({ consequence, ...row }) => ({ ...row, kind: "approval", effect: consequence }));
}

export async function openRequests(tx: PortalTx, projectId: string): Promise<Waiting[]> {
  const rows = await tx
    .selectFrom("portal.requests as r")
    .select(["r.id", "r.number", "r.title", "r.dueOn", "r.milestoneId", "r.contactId as personId"])
    .select((row) =>
      row.fn
        .coalesce(
          row
            .selectFrom("portal.answers as a")
            .select(({ fn }) => fn.max("a.returnedAt").as("at"))
            .whereRef("a.requestId", "=", "r.id"),
          "r.askedAt",
        )
        .as("since"),
    )
    .where("projectId", "=", projectId)
    .where("state", "=", "asked")
    .orderBy("dueOn")
    .orderBy("number")
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, kind: "request", effect: "", delegateId: null }));
}
