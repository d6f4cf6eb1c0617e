import { z } from "zod";
import { route } from "../access/route.ts";
import { line, uuid, webAddress } from "../kit/fields.ts";
import { visibleCard } from "./card-access.store.ts";
import { CardLink } from "./card-detail.view.ts";
import { addLink, removeLink } from "./card-links.ts";

export const cardLinkRoutes = [
  route({
    method: "POST",
    path: "/cards/{cardId}/links",
    id: "addCardLink",
    tag: "Board",
    summary: "A web address with a title",
    params: z.strictObject({ cardId: uuid() }),
    body: z.strictObject({ url: webAddress(), title: line(240).default("") }),
    response: CardLink,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: (scope, { body }, { card }) => addLink(scope, card, body),
  }),
  route({
    method: "DELETE",
    path: "/cards/{cardId}/links/{linkId}",
    id: "removeCardLink",
    tag: "Board",
    summary: "Remove a link",
    params: z.strictObject({ cardId: uuid(), linkId: uuid() }),
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: (scope, { params }, { card }) => removeLink(scope, card, params.linkId),
  }),
];
