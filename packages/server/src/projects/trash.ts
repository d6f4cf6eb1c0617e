import type { Scope } from "../access/scope.ts";
import { type Happening, record, recordAll, type SubjectKind } from "../events/events.ts";
import { gone, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { deleteTrash, insertManyTrash, insertTrash, type TrashRow } from "./trash.store.ts";

export const TRASH_DAYS = 30;
const DAY = 86_400_000;

export interface Discarded {
  kind: SubjectKind;
  id: string;
  title: string;
  projectId: string;
  audience?: "team" | "client";
}

/** The thing is not there for anybody from now on; its row waits 30 days to be restored. */
export async function moveToTrash(
  scope: Scope,
  { kind, id, title, projectId, audience = "team" }: Discarded,
): Promise<string> {
  const { workspaceId, personId } = scope.actor;
  const row = {
    workspaceId,
    id: newId(),
    kind,
    thingId: id,
    title,
    projectId,
    personId,
    createdAt: scope.now,
  };
  if (!(await insertTrash(scope, row))) throw notFound();
  return record(scope, {
    verb: `${kind}.deleted`,
    subject: { kind, id },
    projectId,
    audience,
    data: { title },
  });
}

/** Many by one act; what lies there already stays as it lies. Tells which went. */
export async function moveAllToTrash(scope: Scope, things: readonly Discarded[]): Promise<Set<string>> {
  const { workspaceId, personId } = scope.actor;
  const gone = await insertManyTrash(
    scope,
    things.map(({ kind, id, title, projectId }) => ({
      workspaceId,
      id: newId(),
      kind,
      thingId: id,
      title,
      projectId,
      personId,
      createdAt: scope.now,
    })),
  );
  await recordAll(
    scope,
    things
      .filter(({ id }) => gone.has(id))
      .map(
        ({ kind, id, title, projectId, audience = "team" }): Happening => ({
          verb: `${kind}.deleted`,
          subject: { kind, id },
          projectId,
          audience,
          data: { title },
        }),
      ),
  );
  return gone;
}

export async function restore(scope: Scope, row: TrashRow): Promise<string> {
  if (row.createdAt < oldestKept(scope.now))
    throw gone("The 30 days in which this could be restored are over.");
  if (!(await deleteTrash(scope, row.id))) throw notFound();
  // Only moveToTrash writes kinds.
  const kind = row.kind as SubjectKind;
  return record(scope, {
    verb: `${kind}.restored`,
    subject: { kind, id: row.thingId },
    projectId: row.projectId,
    data: { title: row.title },
  });
}

export function oldestKept(now: Date): Date {
  return new Date(now.getTime() - TRASH_DAYS * DAY);
}
