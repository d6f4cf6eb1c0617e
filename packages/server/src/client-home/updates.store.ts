import { sql } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PublicationRow } from "./client-plan.store.ts";

/** Where something stands in the list of what is new: what it is, and when it came. */
export interface NewsHead {
  kind: "publication" | "message" | "reached" | "decision" | "report";
  id: string;
  at: Date;
}

/**
 * One page of what is new, newest first. That something was reached is known to the day: it stands at its end, after
 * whatever was said on that day.
 */
export async function newsHeads(
  tx: PortalTx,
  projectId: string,
  { zone, limit, skip }: { zone: string; limit: number; skip: number },
): Promise<NewsHead[]> {
  const { rows } = await sql<NewsHead>`
    select 'publication' as kind, id::text, created_at as at from portal.publications where project_id = ${projectId}
    union all select 'message', id::text, created_at from portal.messages where project_id = ${projectId}
    union all select 'reached', milestone_id::text, ((reached_on + 1)::timestamp at time zone ${zone}) - interval '1 second'
      from portal.reached where project_id = ${projectId} and reached_on is not null
    union all select 'decision', id::text, outcome_at from portal.approvals where project_id = ${projectId} and outcome_at is not null
    union all select 'report', id::text, created_at from portal.reports where project_id = ${projectId}
    order by at desc, id desc limit ${limit} offset ${skip}`.execute(tx);
  return rows;
}

export async function countNews(tx: PortalTx, projectId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select
    (select count(*) from portal.publications where project_id = ${projectId})
    + (select count(*) from portal.messages where project_id = ${projectId})
    + (select count(*) from portal.reached where project_id = ${projectId} and reached_on is not null)
    + (select count(*) from portal.approvals where project_id = ${projectId} and outcome_at is not null)
    + (select count(*) from portal.reports where project_id = ${projectId}) as n`.execute(tx);
  return Number(rows[0]?.n ?? 0);
}

/** These publications, and of each the one before it. */
export function publicationsWithEarlier(
  tx: PortalTx,
  projectId: string,
  ids: readonly string[],
): Promise<PublicationRow[]> {
  return tx
    .selectFrom("portal.publications as p")
    .selectAll()
    .where("projectId", "=", projectId)
    .where((row) =>
      row.or([
        row("p.id", "in", ids),
        row(
          "p.n",
          "in",
          row
            .selectFrom("portal.publications as o")
            .select((one) => one("o.n", "-", 1).as("n"))
            .where("o.projectId", "=", projectId)
            .where("o.id", "in", ids),
        ),
      ]),
    )
    .execute();
}

export function messagesOf(tx: PortalTx, projectId: string, ids: readonly string[]) {
  return tx
    .selectFrom("portal.messages")
    .select(["id", "title", "body", "authorId", "createdAt"])
    .where("projectId", "=", projectId)
    .where("id", "in", ids)
    .execute();
}

export function decisionsOf(tx: PortalTx, projectId: string, ids: readonly string[]) {
  return tx
    .selectFrom("portal.approvals")
    .select(["id", "number", "title", "outcome"])
    .where("projectId", "=", projectId)
    .where("id", "in", ids)
    .execute();
}

export function reportsOf(tx: PortalTx, projectId: string, ids: readonly string[]) {
  return tx
    .selectFrom("portal.reports")
    .select(["id", "n", "onDate"])
    .where("projectId", "=", projectId)
    .where("id", "in", ids)
    .execute();
}

/** The day of the newest report; undefined before the first. */
export function lastReport(tx: PortalTx, projectId: string): Promise<{ onDate: string } | undefined> {
  return tx
    .selectFrom("portal.reports")
    .select("onDate")
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
}
