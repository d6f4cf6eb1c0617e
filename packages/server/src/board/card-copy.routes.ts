import { z } from "zod";
import { route } from "../access/route.ts";
import { title, uuid } from "../kit/fields.ts";
import { visibleCard } from "./card-access.store.ts";
import { LEFT_OUT } from "./card-content.ts";
import { CopyPart, copyCard } from "./card-copy.ts";
import { Card, presentCard } from "./cards.view.ts";

/** A card that was made from something, and what of it is gone from the project meanwhile. */
export const MadeCard = z.object({ card: Card, leftOut: z.array(z.enum(LEFT_OUT)) }).meta({ id: "MadeCard" });

export const cardCopyRoutes = [
  route({
    method: "POST",
    path: "/cards/{cardId}/copy",
    id: "copyCard",
    tag: "Board",
    summary: "A card like this one, with the parts that are named",
    params: z.strictObject({ cardId: uuid() }),
    body: z.strictObject({
      title: title().optional(),
      columnId: uuid().optional(),
      parts: z.array(CopyPart).max(20),
    }),
    response: MadeCard,
    policy: { action: "card.create", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body }, { card, project }) => {
      const made = await copyCard(scope, card, body);
      return { ...made, card: presentCard(project.key, made.card) };
    },
  }),
];
