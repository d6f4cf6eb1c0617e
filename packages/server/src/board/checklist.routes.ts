import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, line, title, uuid } from "../kit/fields.ts";
import { visibleCard } from "./card-access.store.ts";
import { ChecklistItem, presentItem } from "./card-detail.view.ts";
import { applyProcedure } from "./card-procedure.ts";
import { visibleItem } from "./checklist.store.ts";
import { addItems, assignItem, changeItem, dateItem, moveItem, tick } from "./checklist.ts";
import { removeItem, restoreItem } from "./removed-items.ts";

const ItemParams = z.strictObject({ itemId: uuid() });
const CardParams = z.strictObject({ cardId: uuid() });
const Items = z.object({ items: z.array(ChecklistItem) });
const Spot = z.strictObject({ before: uuid().optional(), after: uuid().optional() });
const heading = () => line(120);
const words = () => title(500);
/** A line with who does it, and by when. */
const Planned = z.strictObject({
  text: words(),
  personId: uuid().nullable().optional(),
  dueOn: civilDate().nullable().optional(),
});

export const checklistRoutes = [
  route({
    method: "POST",
    path: "/cards/{cardId}/items",
    id: "addItems",
    tag: "Checklists",
    summary: "One line or many, at the end unless said otherwise",
    params: CardParams,
    body: Spot.extend({
      texts: z
        .array(z.union([words(), Planned]))
        .min(1)
        .max(200),
      heading: heading().optional(),
    }),
    response: Items,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body }, { card }) => {
      const lines = body.texts.map((line) => ({
        ...(typeof line === "string" ? { text: line } : line),
        heading: body.heading,
      }));
      return { items: (await addItems(scope, card, lines, body)).map(presentItem) };
    },
  }),
  route({
    method: "POST",
    path: "/cards/{cardId}/procedure",
    id: "applyProcedure",
    tag: "Checklists",
    summary: "Copy the steps of a procedure",
    params: CardParams,
    body: z.strictObject({ procedureId: uuid() }),
    response: Items,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body }, { card }) => ({
      items: (await applyProcedure(scope, card, body.procedureId)).map(presentItem),
    }),
  }),
  route({
    method: "PATCH",
    path: "/items/{itemId}",
    id: "changeItem",
    tag: "Checklists",
    summary: "The words of a line",
    params: ItemParams,
    body: z.strictObject({ text: words(), heading: heading() }).partial(),
    response: ChecklistItem,
    ifMatch: true,
    policy: { action: "card.edit", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: async (scope, { body, revision }, { card, item }) =>
      presentItem(await changeItem(scope, card, item, revision, body)),
  }),
  route({
    method: "POST",
    path: "/items/{itemId}/move",
    id: "moveItem",
    tag: "Checklists",
    status: 200,
    summary: "Put a line next to another, or at the end",
    params: ItemParams,
    body: Spot.extend({ heading: heading().optional() }),
    response: ChecklistItem,
    policy: { action: "card.edit", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: async (scope, { body }, { card, item }) => presentItem(await moveItem(scope, card, item, body)),
  }),
  route({
    method: "POST",
    path: "/items/{itemId}/tick",
    id: "tickItem",
    tag: "Checklists",
    status: 200,
    summary: "Done or open again; refused when it is no longer as you saw it",
    params: ItemParams,
    body: z.strictObject({ done: z.boolean(), expected: z.boolean() }),
    response: ChecklistItem,
    policy: { action: "card.edit", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: async (scope, { body }, { card, item }) =>
      presentItem(await tick(scope, card, item, body.done, body.expected)),
  }),
  route({
    method: "PUT",
    path: "/items/{itemId}/person",
    id: "assignItem",
    tag: "Checklists",
    summary: "Who does a line; refused when it is no longer as you saw it",
    params: ItemParams,
    body: z.strictObject({ personId: uuid().nullable(), expected: uuid().nullable() }),
    response: ChecklistItem,
    policy: { action: "card.edit", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: async (scope, { body }, { card, item }) =>
      presentItem(await assignItem(scope, card, item, body.personId, body.expected)),
  }),
  route({
    method: "PUT",
    path: "/items/{itemId}/due",
    id: "dateItem",
    tag: "Checklists",
    summary: "By when a line is to be done; refused when it is no longer as you saw it",
    params: ItemParams,
    body: z.strictObject({ dueOn: civilDate().nullable(), expected: civilDate().nullable() }),
    response: ChecklistItem,
    policy: { action: "card.edit", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: async (scope, { body }, { card, item }) =>
      presentItem(await dateItem(scope, card, item, body.dueOn, body.expected)),
  }),
  route({
    method: "DELETE",
    path: "/items/{itemId}",
    id: "removeItem",
    tag: "Checklists",
    summary: "Remove a line",
    params: ItemParams,
    policy: { action: "card.edit", load: (scope, { params }) => visibleItem(scope, params.itemId) },
    handle: (scope, _input, { card, item }) => removeItem(scope, card, item),
  }),
  route({
    method: "POST",
    path: "/cards/{cardId}/items/restore",
    id: "restoreItem",
    tag: "Checklists",
    status: 200,
    summary: "Put a line back that was removed, as it was",
    params: CardParams,
    body: z.strictObject({ itemId: uuid() }),
    response: ChecklistItem,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body }, { card }) => presentItem(await restoreItem(scope, card, body.itemId)),
  }),
];
