import type { PortalTx } from "../db/database.ts";

/**
 * Deciders of open decisions whose turn it is, once each: neither they nor who stands in for them has decided, and where
 * they decide one after the other, everybody before them has.
 */
export function undecided(tx: PortalTx, projectId: string) {
  return tx
    .with("asked", () => askedToDecide(tx, projectId))
    .selectFrom("asked as p")
    .innerJoin("portal.approvals as a", "a.id", "p.approvalId")
    .where("p.decided", "=", false)
    .where(({ eb, or, not, exists, selectFrom }) =>
      or([
        eb("a.rule", "<>", "order"),
        not(
          exists(
            selectFrom("asked as before")
              .select("before.personId")
              .whereRef("before.approvalId", "=", "p.approvalId")
              .whereRef("before.position", "<", "p.position")
              .where("before.decided", "=", false),
          ),
        ),
      ]),
    );
}

function askedToDecide(tx: PortalTx, projectId: string) {
  return tx
    .selectFrom("portal.approvals as a")
    .innerJoin("portal.approvalPeople as p", "p.approvalId", "a.id")
    .select(["p.approvalId", "p.personId", "p.delegateId", "p.position"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("portal.decisions as d")
          .leftJoin("portal.withdrawals as w", "w.decisionId", "d.id")
          .select("d.id")
          .whereRef("d.approvalId", "=", "a.id")
          .where((is) =>
            is.or([
              is("d.personId", "=", is.ref("p.personId")),
              is("d.personId", "=", is.ref("p.delegateId")),
            ]),
          )
          .where("w.decisionId", "is", null),
      ).as("decided"),
    )
    .where("a.projectId", "=", projectId)
    .where("a.outcome", "is", null)
    .where("a.supersededAt", "is", null)
    .where("a.cancelledAt", "is", null)
    .where("p.part", "=", "decider");
}

/** How many decisions and requests wait for this person, in one statement. */
export async function countWaiting(tx: PortalTx, projectId: string, personId: string): Promise<number> {
  const { decisions, requests } = await undecided(tx, projectId)
    .where((row) => row.or([row("p.personId", "=", personId), row("p.delegateId", "=", personId)]))
    .select((row) => [
      row.fn.count<number>("a.id").distinct().as("decisions"),
      row
        .selectFrom("portal.requests as r")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .where("r.projectId", "=", projectId)
        .where("r.contactId", "=", personId)
        .where("r.state", "=", "asked")
        .as("requests"),
    ])
    .executeTakeFirstOrThrow();
  return decisions + (requests ?? 0);
}
