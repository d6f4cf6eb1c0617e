import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleCard } from "./card-access.store.ts";
import { listWatchers, setWatching } from "./card-watchers.store.ts";

export const cardWatcherRoutes = [
  route({
    method: "PUT",
    path: "/cards/{cardId}/watch",
    id: "watchCard",
    tag: "Board",
    status: 200,
    summary:
      "Hear of comments, of other dates and when it is done, or no longer; those on the card do unless they say no",
    params: z.strictObject({ cardId: uuid() }),
    body: z.strictObject({ watches: z.boolean() }),
    response: z.object({ watchers: z.array(z.string()) }),
    policy: { action: "project.read", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body }, { card, onCard }) => {
      await setWatching(scope, card.id, body.watches, onCard);
      return { watchers: await listWatchers(scope, card.id) };
    },
  }),
];
