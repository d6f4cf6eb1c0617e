import type { Scope } from "../access/scope.ts";
import { isClosed } from "../board/card-milestone.ts";
import { inChunks } from "../db/in-chunks.ts";
import { notInTrash } from "../db/trash.ts";
import { newId } from "../kit/id.ts";

export type Noun =
  | "board"
  | "column"
  | "milestone"
  | "label"
  | "field"
  | "card"
  | "item"
  | "link"
  | "comment";

/** What came from elsewhere before: by noun, the id there -> the id here. */
export type Known = ReadonlyMap<Noun, ReadonlyMap<string, string>>;

export interface NewIdentity {
  noun: Noun;
  externalId: string;
  nounId: string;
}

export async function importZone({ tx, actor }: Scope): Promise<string> {
  const row = await tx
    .selectFrom("workspaces")
    .select("zone")
    .where("workspaceId", "=", actor.workspaceId)
    .executeTakeFirstOrThrow();
  return row.zone;
}

/** The project that this board was brought into before, if that is still there. */
export async function projectOfBoard(
  { tx, actor }: Scope,
  source: string,
  boardId: string,
): Promise<{ id: string; key: string; name: string } | undefined> {
  return tx
    .selectFrom("externalIds as x")
    .innerJoin("projects as p", (join) =>
      join.onRef("p.workspaceId", "=", "x.workspaceId").onRef("p.id", "=", "x.projectId"),
    )
    .select(["p.id", "p.key", "p.name"])
    .where("x.workspaceId", "=", actor.workspaceId)
    .where("x.source", "=", source)
    .where("x.noun", "=", "board")
    .where("x.externalId", "=", boardId)
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("x.createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** What was chosen when this source last came into the project, as it was stored. */
export async function lastMapping({ tx, actor }: Scope, source: string, projectId: string): Promise<unknown> {
  const row = await tx
    .selectFrom("imports")
    .select("mapping")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("source", "=", source)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.mapping;
}

/** Two imports into one project take turns: the second sees what the first brought in. */
export async function lockProject({ tx, actor }: Scope, projectId: string): Promise<void> {
  await tx
    .selectFrom("projects")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .forUpdate()
    .execute();
}

export async function knownIds({ tx, actor }: Scope, source: string, projectId: string): Promise<Known> {
  const rows = await tx
    .selectFrom("externalIds")
    .select(["noun", "externalId", "nounId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("source", "=", source)
    .execute();
  const known = new Map<Noun, Map<string, string>>();
  for (const { noun, externalId, nounId } of rows) {
    // Only this file writes nouns.
    const ofNoun = known.get(noun as Noun) ?? new Map<string, string>();
    known.set(noun as Noun, ofNoun.set(externalId, nounId));
  }
  return known;
}

/** Cards that are still there: what somebody deleted here is not brought back. */
export async function cardsStillThere({ tx, actor }: Scope, projectId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("cards as c")
    .select("c.id")
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .where(notInTrash("c.workspaceId", "c.id"))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Milestones that are still there, with whether they are over; nobody ends one of them before the import is done. */
export async function milestonesStillThere(
  { tx, actor }: Scope,
  projectId: string,
): Promise<Map<string, { over: boolean }>> {
  const rows = await tx
    .selectFrom("milestones as m")
    .select(["m.id", "m.state"])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "=", projectId)
    .where(notInTrash("m.workspaceId", "m.id"))
    .forShare("m")
    .execute();
  return new Map(rows.map(({ id, state }) => [id, { over: isClosed(state) }]));
}

export async function keepIdentities(
  { tx, actor }: Scope,
  projectId: string,
  source: string,
  identities: readonly NewIdentity[],
): Promise<void> {
  const { workspaceId } = actor;
  const rows = identities.map((identity) => ({ ...identity, workspaceId, id: newId(), projectId, source }));
  await inChunks(rows, (chunk) =>
    tx
      .insertInto("externalIds")
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(["workspaceId", "projectId", "source", "noun", "externalId"])
          .doUpdateSet((row) => ({ nounId: row.ref("excluded.nounId") })),
      )
      .execute(),
  );
}

export async function insertImport(
  { tx, actor, now }: Scope,
  row: { id: string; projectId: string; source: string; fileHash: string; mapping: unknown; report: unknown },
): Promise<void> {
  const { mapping, report, ...rest } = row;
  await tx
    .insertInto("imports")
    .values({
      ...rest,
      workspaceId: actor.workspaceId,
      personId: actor.personId,
      mapping: JSON.stringify(mapping),
      report: JSON.stringify(report),
      createdAt: now,
    })
    .execute();
}
