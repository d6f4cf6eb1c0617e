import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { InputRoundsTable } from "../db/schema.ts";

const COLUMNS = [
  "r.id",
  "r.projectId",
  "r.deadlineOn",
  "r.words",
  "r.gaps",
  "r.gapsReason",
  "r.askedBy",
  "r.closedAt",
  "r.createdAt",
  "b.n as publication",
  "b.heldUntil",
  "p.name as asker",
] as const;

/** Rounds whose publication stands: what was taken back was never asked. */
function standing({ tx, actor }: Scope) {
  return tx
    .selectFrom("inputRounds as r")
    .innerJoin("publications as b", (on) =>
      on.onRef("b.workspaceId", "=", "r.workspaceId").onRef("b.id", "=", "r.publicationId"),
    )
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.askedBy"),
    )
    .select(COLUMNS)
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("b.withdrawnAt", "is", null);
}

export type RoundRow = Awaited<ReturnType<typeof listRounds>>[number];

/** Newest first. */
export async function listRounds(scope: Scope, projectId: string) {
  return standing(scope).where("r.projectId", "=", projectId).orderBy("r.createdAt", "desc").execute();
}

export async function findRound(scope: Scope, id: string): Promise<RoundRow | undefined> {
  return standing(scope).where("r.id", "=", id).executeTakeFirst();
}

export async function insertRound(
  { tx, actor }: Scope,
  round: Omit<Insertable<InputRoundsTable>, "workspaceId">,
  personIds: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .insertInto("inputRounds")
    .values({ ...round, workspaceId })
    .execute();
  await tx
    .insertInto("inputPeople")
    .values(personIds.map((personId) => ({ workspaceId, roundId: round.id, personId, doneAt: null })))
    .execute();
}

export interface AskedPerson {
  roundId: string;
  id: string;
  name: string;
  /** Set for people of the team. */
  memberId: string | null;
  openedAt: Date | null;
  doneAt: Date | null;
}

/** Who was asked, and whether the page stood before their eyes. */
export async function peopleOfRounds(
  { tx, actor }: Scope,
  roundIds: readonly string[],
): Promise<AskedPerson[]> {
  if (roundIds.length === 0) return [];
  return tx
    .selectFrom("inputPeople as i")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "i.workspaceId").onRef("p.id", "=", "i.personId"),
    )
    .leftJoin("members as m", (on) =>
      on.onRef("m.workspaceId", "=", "i.workspaceId").onRef("m.personId", "=", "i.personId"),
    )
    .leftJoin("links as l", (on) =>
      on
        .onRef("l.workspaceId", "=", "i.workspaceId")
        .onRef("l.personId", "=", "i.personId")
        .onRef("l.subjectId", "=", "i.roundId"),
    )
    .leftJoin("portalViews as v", (on) =>
      on.onRef("v.workspaceId", "=", "l.workspaceId").onRef("v.linkId", "=", "l.id"),
    )
    .select((row) => [
      "i.roundId",
      "p.id",
      "p.name",
      "i.doneAt",
      "m.personId as memberId",
      row.fn.min("v.seenAt").as("openedAt"),
    ])
    .where("i.workspaceId", "=", actor.workspaceId)
    .where("i.roundId", "in", roundIds)
    .groupBy(["i.roundId", "p.id", "p.name", "i.doneAt", "m.personId"])
    .orderBy("p.name")
    .execute();
}

/** False when somebody was faster. */
export async function closeRound({ tx, actor, now }: Scope, id: string): Promise<boolean> {
  const result = await tx
    .updateTable("inputRounds")
    .set({ closedAt: now, closedBy: actor.personId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("closedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface Asked {
  id: string;
  name: string;
  email: string;
  language: string;
}

/** Contacts with a part in the project and people who work here, of those named. */
export async function askable(
  { tx, actor }: Scope,
  projectId: string,
  ids: readonly string[],
): Promise<Asked[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("persons as p")
    .select(["p.id", "p.name", "p.email", "p.language"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.id", "in", ids)
    .where((row) =>
      row.or([
        row.exists(
          row
            .selectFrom("contactRoles as r")
            .innerJoin("contacts as c", (on) =>
              on.onRef("c.workspaceId", "=", "r.workspaceId").onRef("c.personId", "=", "r.personId"),
            )
            .select("r.personId")
            .whereRef("r.workspaceId", "=", "p.workspaceId")
            .whereRef("r.personId", "=", "p.id")
            .where("r.projectId", "=", projectId),
        ),
        row.exists(
          row
            .selectFrom("members as m")
            .select("m.personId")
            .whereRef("m.workspaceId", "=", "p.workspaceId")
            .whereRef("m.personId", "=", "p.id")
            .where("m.status", "=", "active")
            .where("m.role", "<>", "guest"),
        ),
      ]),
    )
    .execute();
}

export async function projectName({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("projects as p")
    .select("p.name")
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.id", "=", projectId)
    .executeTakeFirstOrThrow();
}

/** Rounds that stay open although their publication was taken back, in all workspaces. */
export async function orphanRounds(
  maintenance: Tx,
): Promise<{ workspaceId: string; id: string; projectId: string; withdrawnBy: string | null }[]> {
  return maintenance
    .selectFrom("inputRounds as r")
    .innerJoin("publications as b", (on) =>
      on.onRef("b.workspaceId", "=", "r.workspaceId").onRef("b.id", "=", "r.publicationId"),
    )
    .select(["r.workspaceId", "r.id", "r.projectId", "b.withdrawnBy"])
    .where("r.closedAt", "is", null)
    .where("b.withdrawnAt", "is not", null)
    .execute();
}

/** The links of a round, none of which opens any more. */
export async function revokeRoundLinks(
  tx: Tx,
  workspaceId: string,
  roundId: string,
  now: Date,
): Promise<string[]> {
  const rows = await tx
    .updateTable("links")
    .set({ revokedAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("subjectId", "=", roundId)
    .where("kind", "=", "input")
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** One more done; the first time counts. */
export async function markDone(
  tx: Tx,
  of: { workspaceId: string; roundId: string; personId: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable("inputPeople")
    .set({ doneAt: now })
    .where("workspaceId", "=", of.workspaceId)
    .where("roundId", "=", of.roundId)
    .where("personId", "=", of.personId)
    .where("doneAt", "is", null)
    .execute();
}

/** True while the round may still be answered. */
export async function isOpenRound(
  tx: Tx,
  { workspaceId, roundId }: { workspaceId: string; roundId: string },
  today: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("inputRounds as r")
    .innerJoin("publications as b", (on) =>
      on.onRef("b.workspaceId", "=", "r.workspaceId").onRef("b.id", "=", "r.publicationId"),
    )
    .select("r.id")
    .where("r.workspaceId", "=", workspaceId)
    .where("r.id", "=", roundId)
    .where("r.closedAt", "is", null)
    .where("r.deadlineOn", ">=", today)
    .where("b.withdrawnAt", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
