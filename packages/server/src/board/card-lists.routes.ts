import { z } from "zod";
import { route } from "../access/route.ts";
import { page, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listCards } from "./card-lists.ts";
import { Card, presentCard } from "./cards.view.ts";

export const cardListRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/cards",
    id: "listCards",
    tag: "Board",
    summary: "The Later list, or the archived cards; of one milestone or of all",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({ place: z.enum(["later", "archived"]), milestoneId: uuid().optional(), ...page }),
    response: pageOf(Card),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) => {
      const { items, nextCursor } = await listCards(scope, project.id, query);
      return { items: items.map((card) => presentCard(project.key, card)), nextCursor };
    },
  }),
];
