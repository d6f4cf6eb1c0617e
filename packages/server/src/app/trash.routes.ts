import { z } from "zod";
import { isManager } from "../access/policy.ts";
import type { PolicyObject } from "../access/roles.ts";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { leaveClosedMilestone } from "../board/card-fields.ts";
import { countFiles, findFile } from "../files/files.store.ts";
import { notFound } from "../kit/errors.ts";
import { page, pageOf, uuid } from "../kit/fields.ts";
import { noteAddition } from "../milestones/adjustments.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listTrash, type TrashRow } from "../projects/trash.store.ts";
import { oldestKept, restore, TRASH_DAYS } from "../projects/trash.ts";

const TrashItem = z
  .object({
    id: z.string(),
    kind: z.string(),
    thingId: z.string(),
    title: z.string(),
    projectId: z.string().nullable(),
    deletedBy: z.string().nullable(),
    deletedAt: z.iso.datetime(),
    keptUntil: z.iso.datetime(),
  })
  .meta({ id: "TrashItem" });

/** What has to be right again as soon as a thing is back. */
const RESTORED: Record<string, (scope: Scope, id: string, eventId: string) => Promise<unknown>> = {
  card: async (scope, id) => leaveClosedMilestone(scope, (await visibleCard(scope, id)).card),
  file: async (scope, id) => countFiles(scope, (await findFile(scope, id))?.cardId ?? null),
  milestone: async (scope, id, eventId) =>
    noteAddition(scope, (await visibleMilestone(scope, id)).milestone, eventId),
};

export const trashRoutes = [
  route({
    method: "GET",
    path: "/trash",
    id: "listTrash",
    tag: "Trash",
    summary: "What was deleted in the last 30 days; members see what they deleted",
    query: z.strictObject({ ...page, cursor: uuid().optional(), projectId: uuid().optional() }),
    response: pageOf(TrashItem),
    policy: {
      action: "trash.use",
      load: async (scope, { query }) => (query.projectId ? visibleProject(scope, query.projectId) : {}),
    },
    handle: async (scope, { query }, loaded) => {
      const deletedBy = isManager(scope.actor, loaded) ? undefined : scope.actor.personId;
      const since = oldestKept(scope.now);
      const filter = { projectId: query.projectId, before: query.cursor, since, deletedBy };
      const rows = await listTrash(scope, { ...filter, limit: query.limit + 1 });
      const items = rows.slice(0, query.limit);
      return {
        items: items.map(present),
        nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null,
      };
    },
  }),
  route({
    method: "POST",
    path: "/trash/{trashId}/restore",
    id: "restoreFromTrash",
    tag: "Trash",
    summary: "Take something out of the trash",
    params: z.strictObject({ trashId: uuid() }),
    status: 204,
    policy: { action: "trash.restore", load: (scope, { params }) => discarded(scope, params.trashId) },
    handle: async (scope, _input, { row }) => {
      const eventId = await restore(scope, row);
      await RESTORED[row.kind]?.(scope, row.thingId, eventId);
    },
  }),
];

/** A thing of a project is found by those who see the project; a project itself by those who see all. */
async function discarded(scope: Scope, trashId: string): Promise<PolicyObject & { row: TrashRow }> {
  const row = (await listTrash(scope, { id: trashId, limit: 1 }))[0];
  if (!row) throw notFound();
  const authorId = row.personId ?? "";
  if (row.projectId && row.kind !== "project")
    return { row, authorId, ...(await visibleProject(scope, row.projectId)) };
  if (!isManager(scope.actor, {})) throw notFound();
  return { row };
}

function present({ personId, createdAt, ...row }: TrashRow) {
  const keptUntil = new Date(createdAt.getTime() + TRASH_DAYS * 86_400_000).toISOString();
  return { ...row, deletedBy: personId, deletedAt: createdAt.toISOString(), keptUntil };
}
