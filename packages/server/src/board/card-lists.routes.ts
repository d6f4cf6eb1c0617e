import { z } from "zod";
import { route } from "../access/route.ts";
import { line, page, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listCards } from "./card-lists.ts";
import { Card, presentCard } from "./cards.view.ts";

export const cardListRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/cards",
    id: "listCards",
    tag: "Board",
    summary: "The Later list, or the archived cards; all of them, or those that fit",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({
      place: z.enum(["later", "archived"]),
      /** Words of the title in any order, however accents are typed, or the number. */
      q: line(200).optional(),
      personId: uuid().optional(),
      labelId: uuid().optional(),
      milestoneId: uuid().optional(),
      /** The column from which they were archived. */
      columnId: uuid().optional(),
      state: z.enum(["done", "open"]).optional(),
      ...page,
    }),
    response: pageOf(Card),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) => {
      const { items, nextCursor } = await listCards(scope, project.id, query);
      return { items: items.map((card) => presentCard(project.key, card)), nextCursor };
    },
  }),
];
