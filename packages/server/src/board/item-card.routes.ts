import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { ChecklistItem, presentItem } from "./card-detail.view.ts";
import { Card, presentCard } from "./cards.view.ts";
import { visibleItem } from "./checklist.store.ts";
import { makeCard, unmakeCard } from "./item-card.ts";

const Params = z.strictObject({ itemId: uuid() });

export const itemCardRoutes = [
  route({
    method: "POST",
    path: "/items/{itemId}/card",
    id: "makeItemCard",
    tag: "Checklists",
    summary:
      "Make a card of a line, for the same milestone in the same column; the line is ticked and leads there",
    params: Params,
    response: z.object({ card: Card, item: ChecklistItem }),
    policy: { action: "card.create", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: async (scope, _input, { card: parent, project, item }) => {
      const made = await makeCard(scope, parent, item);
      return { card: presentCard(project.key, made.card), item: presentItem(made.item) };
    },
  }),
  route({
    method: "DELETE",
    path: "/items/{itemId}/card",
    id: "unmakeItemCard",
    tag: "Checklists",
    status: 200,
    summary: "Make a line of its card again: the card goes to the trash",
    params: Params,
    response: ChecklistItem,
    policy: { action: "card.create", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: async (scope, _input, { card: parent, item }) =>
      presentItem(await unmakeCard(scope, parent, item)),
  }),
];
