import type { PortalTx } from "../db/database.ts";

/** How many decisions and requests wait for this person. */
export async function countWaiting(tx: PortalTx, projectId: string, personId: string): Promise<number> {
  const approvals = await tx
    .selectFrom("portal.approvals as a")
    .innerJoin("portal.approvalPeople as p", "p.approvalId", "a.id")
    .select((row) => row.fn.countAll<number>().as("n"))
    .where("a.projectId", "=", projectId)
    .where("a.outcome", "is", null)
    .where("a.supersededAt", "is", null)
    .where("a.cancelledAt", "is", null)
    .where("p.part", "=", "decider")
    .where((row) => row.or([row("p.personId", "=", personId), row("p.delegateId", "=", personId)]))
    .where(({ not, exists, selectFrom }) =>
      not(
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
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  const requests = await tx
    .selectFrom("portal.requests")
    .select((row) => row.fn.countAll<number>().as("n"))
    .where("projectId", "=", projectId)
    .where("contactId", "=", personId)
    .where("state", "=", "asked")
    .executeTakeFirstOrThrow();
  return approvals.n + requests.n;
}
