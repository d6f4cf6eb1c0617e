import { z } from "zod";
import { route } from "../access/route.ts";
import { text, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleCard } from "./card-access.store.ts";
import { valuesOfProject } from "./card-values.store.ts";
import { LONGEST_VALUE, setValue } from "./card-values.ts";

const value = () => text(LONGEST_VALUE);

export const cardValueRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/card-values",
    id: "listCardValues",
    tag: "Fields",
    summary: "What cards hold in the project's own fields, by card and field",
    params: z.strictObject({ projectId: uuid() }),
    response: z.object({ cards: z.record(z.string(), z.record(z.string(), z.string())) }),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => ({ cards: await valuesOfProject(scope, project.id) }),
  }),
  route({
    method: "PUT",
    path: "/cards/{cardId}/values/{fieldId}",
    id: "setCardValue",
    tag: "Fields",
    summary:
      "What the card holds in a field; empty takes it away. Refused when it is no longer as you saw it",
    params: z.strictObject({ cardId: uuid(), fieldId: uuid() }),
    body: z.strictObject({ value: value(), expected: value().optional() }),
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: (scope, { params, body }, { card }) =>
      setValue(scope, card, params.fieldId, body.value, body.expected),
  }),
];
