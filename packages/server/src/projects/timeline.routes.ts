import { z } from "zod";
import { route } from "../access/route.ts";
import { listEvents, type TimelineRow } from "../events/timeline.store.ts";
import { page, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "./project-access.store.ts";

const Event = z
  .object({
    id: z.string(),
    verb: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    projectId: z.string().nullable(),
    audience: z.enum(["team", "client"]),
    actorId: z.string().nullable(),
    actorName: z.string().nullable(),
    at: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Event" });

export const timelineRoutes = [
  route({
    method: "GET",
    path: "/events",
    id: "listEvents",
    tag: "Events",
    summary: "What happened, newest first",
    query: z.strictObject({
      ...page,
      cursor: z.coerce.number().int().min(1).optional(),
      projectId: uuid().optional(),
      subjectId: uuid().optional(),
    }),
    response: pageOf(Event),
    policy: {
      action: "workspace.read",
      load: async (scope, { query }) => (query.projectId ? visibleProject(scope, query.projectId) : {}),
    },
    handle: async (scope, { query }) => {
      const { cursor, limit, projectId, subjectId } = query;
      const rows = await listEvents(scope, { projectId, subjectId, before: cursor, limit: limit + 1 });
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(present),
        nextCursor: rows.length > limit && last ? String(last.position) : null,
      };
    },
  }),
];

function present({ subjectKind, subjectId, at, position: _place, ...row }: TimelineRow) {
  return Event.parse({ ...row, subject: { kind: subjectKind, id: subjectId }, at: at.toISOString() });
}
