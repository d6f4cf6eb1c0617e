import type { Selectable } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PortalApprovalFiles, PortalApprovals, PortalDecisions } from "../db/portal-schema.ts";

export type RequestRow = Selectable<PortalApprovals> & { hash: string; snapshot: string };
export type PinnedFile = Selectable<PortalApprovalFiles>;

export interface SaidRow extends Selectable<PortalDecisions> {
  name: string | null;
  /** Who wrote it down, or handed over the link. */
  through: string | null;
  withdrawnAt: Date | null;
}

export interface AskedRow {
  approvalId: string;
  personId: string;
  name: string | null;
  delegateId: string | null;
  delegateName: string | null;
  part: string;
}

function requests(tx: PortalTx) {
  return tx
    .selectFrom("portal.approvals as a")
    .innerJoin("portal.approvalSnapshots as s", "s.approvalId", "a.id")
    .selectAll("a")
    .select(["s.hash", "s.snapshot"]);
}

export async function requestById(tx: PortalTx, id: string): Promise<RequestRow | undefined> {
  return requests(tx).where("a.id", "=", id).executeTakeFirst();
}

export async function requestByNumber(
  tx: PortalTx,
  projectId: string,
  number: number,
): Promise<RequestRow | undefined> {
  return requests(tx).where("a.projectId", "=", projectId).where("a.number", "=", number).executeTakeFirst();
}

/** The round that came after this one. */
export async function requestAfter(tx: PortalTx, id: string): Promise<RequestRow | undefined> {
  return requests(tx).where("a.earlierId", "=", id).orderBy("a.number", "desc").limit(1).executeTakeFirst();
}

/** When the person who looks has last written by mail that they approve. */
export async function mailedYesAt(tx: PortalTx, approvalId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom("portal.mailedYes")
    .select("at")
    .where("approvalId", "=", approvalId)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function filesOf(tx: PortalTx, approvalId: string): Promise<PinnedFile[]> {
  return tx
    .selectFrom("portal.approvalFiles")
    .selectAll()
    .where("approvalId", "=", approvalId)
    .orderBy("position")
    .execute();
}

export async function askedOf(tx: PortalTx, approvalIds: readonly string[]): Promise<AskedRow[]> {
  if (approvalIds.length === 0) return [];
  return tx
    .selectFrom("portal.approvalPeople as p")
    .innerJoin("portal.approvals as a", "a.id", "p.approvalId")
    .leftJoin("portal.people as q", (on) =>
      on.onRef("q.id", "=", "p.personId").onRef("q.projectId", "=", "a.projectId"),
    )
    .leftJoin("portal.people as d", (on) =>
      on.onRef("d.id", "=", "p.delegateId").onRef("d.projectId", "=", "a.projectId"),
    )
    .leftJoin("portal.approvalSalts as was", (on) =>
      on.onRef("was.approvalId", "=", "p.approvalId").onRef("was.personId", "=", "p.personId"),
    )
    .select(["p.approvalId", "p.personId", "p.delegateId", "d.name as delegateName", "p.part"])
    .select((row) => row.fn.coalesce("q.name", "was.name").as("name"))
    .where("p.approvalId", "in", approvalIds)
    .orderBy("p.position")
    .execute();
}

/** What was said, oldest first. */
export async function saidOf(tx: PortalTx, approvalIds: readonly string[]): Promise<SaidRow[]> {
  if (approvalIds.length === 0) return [];
  return tx
    .selectFrom("portal.decisions as d")
    .innerJoin("portal.approvals as a", "a.id", "d.approvalId")
    .leftJoin("portal.withdrawals as w", "w.decisionId", "d.id")
    .leftJoin("portal.people as p", (on) =>
      on.onRef("p.id", "=", "d.personId").onRef("p.projectId", "=", "a.projectId"),
    )
    .leftJoin("portal.people as t", (on) =>
      on
        .on((is) => is("t.id", "=", is.fn.coalesce(is.ref("d.decidedBy"), is.ref("d.handedOverBy"))))
        .onRef("t.projectId", "=", "a.projectId"),
    )
    .leftJoin("portal.approvalSalts as was", (on) =>
      on.onRef("was.approvalId", "=", "d.approvalId").onRef("was.personId", "=", "d.personId"),
    )
    .selectAll("d")
    .select((row) => row.fn.coalesce("p.name", "was.name").as("name"))
    .select(["t.name as through", "w.at as withdrawnAt"])
    .where("d.approvalId", "in", approvalIds)
    .orderBy("d.at")
    .orderBy("d.id")
    .execute();
}

export async function colleaguesOf(
  tx: PortalTx,
  projectId: string,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom("portal.people")
    .select(["id", "name"])
    .distinct()
    .where("projectId", "=", projectId)
    .where("side", "=", "client")
    .where("id", "!=", personId)
    .orderBy("name")
    .execute();
}

/** The talk beside it that both sides read, oldest first. */
export async function talkBeside(
  tx: PortalTx,
  projectId: string,
  milestoneId: string | null,
): Promise<{ id: string; authorName: string | null; body: string; createdAt: Date }[]> {
  const rows = await tx
    .selectFrom("portal.comments as c")
    .innerJoin("portal.threads as t", "t.id", "c.threadId")
    .select(["c.id", "c.authorName", "c.body", "c.createdAt"])
    .where("t.projectId", "=", projectId)
    .where("t.cardId", "is", null)
    .where("t.messageId", "is", null)
    .where("t.objectiveId", "is", null)
    .where("t.milestoneId", milestoneId === null ? "is" : "=", milestoneId)
    .orderBy("c.createdAt", "desc")
    .limit(10)
    .execute();
  return rows.reverse();
}
