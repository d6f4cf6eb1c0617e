import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";
import { notFound } from "../kit/errors.ts";
import { visibleProject } from "./project-access.store.ts";

export interface DoorRow {
  id: string;
  projectId: string;
  name: string;
  url: string;
  position: string;
  revision: number;
}

const COLUMNS = ["id", "projectId", "name", "url", "position", "revision"] as const;

/** Keeps them from others who would order them meanwhile; read them only then. */
export async function holdDoors({ tx, actor }: Scope, projectId: string): Promise<void> {
  await tx
    .selectFrom("doors")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** A door through its project; 404 for who may not see that. */
export async function visibleDoor(scope: Scope, id: string) {
  const door = await findDoor(scope, id);
  if (!door) throw notFound();
  return { ...(await visibleProject(scope, door.projectId)), door };
}

export function findDoor({ tx, actor }: Scope, id: string): Promise<DoorRow | undefined> {
  return tx
    .selectFrom("doors")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where(notInTrash("doors.workspaceId", "doors.id"))
    .executeTakeFirst();
}

export function listDoors({ tx, actor }: Scope, projectId: string): Promise<DoorRow[]> {
  return tx
    .selectFrom("doors")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where(notInTrash("doors.workspaceId", "doors.id"))
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function insertDoor({ tx, actor, now }: Scope, door: Omit<DoorRow, "revision">): Promise<void> {
  await tx
    .insertInto("doors")
    .values({ ...door, workspaceId: actor.workspaceId, createdAt: now })
    .execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateDoor(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: { name?: string | undefined; url?: string | undefined },
): Promise<boolean> {
  return updateSeen(tx, "doors", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function placeDoor({ tx, actor }: Scope, id: string, position: string): Promise<void> {
  await tx
    .updateTable("doors")
    .set({ position })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
