import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ReportsTable } from "../db/follow-up-schema.ts";

/** False where this number or the report of this month is there already: somebody else was faster. */
export async function insertReport(
  { tx, actor }: Scope,
  report: Omit<Insertable<ReportsTable>, "workspaceId">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("reports")
    .values({ ...report, workspaceId: actor.workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The number of the newest; 0 before the first. */
export async function lastNumber({ tx, actor }: Scope, projectId: string): Promise<number> {
  const row = await tx
    .selectFrom("reports")
    .select(({ fn }) => fn.max("n").as("n"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** Newest first. */
export async function listReports({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("reports as r")
    .innerJoin("publications as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.publicationId"),
    )
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.id", "=", "r.personId"),
    )
    .select(["r.id", "r.projectId", "r.n", "r.onDate", "r.hash", "r.createdAt", "r.personId"])
    .select(["p.n as publication", "q.name as author"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .orderBy("r.n", "desc")
    .execute();
}

export type ReportRow = Awaited<ReturnType<typeof listReports>>[number];

export interface ReportMail {
  dedupe: string;
  state: string;
  bouncedAt: Date | null;
  personId: string | null;
  name: string;
}

/** To whom reports of this project were mailed. */
export async function mailsOfReports({ tx, actor }: Scope, projectId: string): Promise<ReportMail[]> {
  return tx
    .selectFrom("mails as m")
    .innerJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "m.workspaceId").onRef("q.id", "=", "m.personId"),
    )
    .select(["m.dedupe", "m.state", "m.bouncedAt", "m.personId", "q.name"])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "=", projectId)
    .where("m.kind", "=", "report")
    .orderBy("q.name")
    .execute();
}
