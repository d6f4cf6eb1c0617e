import { z } from "zod";
import { route } from "../access/route.ts";
import { audience, civilDate, minutes, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleCard } from "./card-access.store.ts";
import { wholeCard } from "./card-detail.ts";
import { CardDetail } from "./card-detail.view.ts";
import { moveCard } from "./card-moves.ts";
import { placeAmong, type WantedPlace } from "./card-place.store.ts";
import { addCard, changeText, createCards, trashCard, visiblePlace } from "./cards.ts";
import { Card, MovedCard, presentCard } from "./cards.view.ts";

const CardParams = z.strictObject({ cardId: uuid() });
const ProjectParams = z.strictObject({ projectId: uuid() });
const later = z.literal("later").optional();
const ids = () => z.array(uuid()).max(50);

const NewCard = z.strictObject({
  title: title(),
  body: text().optional(),
  columnId: uuid().optional(),
  place: later,
  before: uuid().optional(),
  after: uuid().optional(),
  milestoneId: uuid().nullable().optional(),
  people: ids().optional(),
  labels: ids().optional(),
  priority: z.int().min(0).max(3).optional(),
  low: minutes().nullable().optional(),
  likely: minutes().nullable().optional(),
  high: minutes().nullable().optional(),
  startOn: civilDate().nullable().optional(),
  dueOn: civilDate().nullable().optional(),
});

const NewCards = z.strictObject({
  titles: z.array(title()).min(1).max(200),
  columnId: uuid().optional(),
  place: later,
  milestoneId: uuid().nullable().optional(),
});

const Move = z.strictObject({
  columnId: uuid().optional(),
  place: later,
  before: uuid().optional(),
  after: uuid().optional(),
  expected: z.strictObject({
    columnId: uuid().nullable().default(null),
    place: z.enum(["board", "later", "outline"]).default("board"),
  }),
  /** It takes back this move of the card: what that did to the days it began and was done goes with it. */
  undo: uuid().optional(),
});

const CardText = z.strictObject({ title: title(), body: text(), audience: audience() }).partial();

function wantedPlace({ place, columnId, before, after }: z.output<typeof NewCard>): WantedPlace {
  return { later: place === "later", columnId, before, after };
}

export const cardRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/cards",
    id: "createCard",
    tag: "Board",
    summary: "A new card, in the first column unless said otherwise",
    params: ProjectParams,
    body: NewCard,
    response: Card,
    policy: {
      action: "card.create",
      load: (scope, { params, body }) => visiblePlace(scope, params.projectId, wantedPlace(body)),
    },
    handle: async (scope, { body }, { project, neighbours }) => {
      const { place: _named, ...wanted } = body;
      const place = placeAmong(neighbours, wantedPlace(body));
      return presentCard(project.key, await addCard(scope, project.id, wanted, place));
    },
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/cards/batch",
    id: "createCards",
    tag: "Board",
    summary: "One card a line, at the end of a column or of the Later list",
    params: ProjectParams,
    body: NewCards,
    response: z.object({ ids: z.array(z.string()) }),
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body: { place, ...wanted } }, { project }) => ({
      ids: await createCards(scope, project.id, { ...wanted, later: place === "later" }),
    }),
  }),
  route({
    method: "GET",
    path: "/cards/{cardId}",
    id: "getCard",
    tag: "Board",
    summary: "One card with its text, checklist, links, values, estimates and dependencies",
    params: CardParams,
    response: CardDetail,
    policy: { action: "project.read", load: (scope, { params }) => wholeCard(scope, params.cardId) },
    handle: async (_scope, _input, { detail }) => detail,
  }),
  route({
    method: "PATCH",
    path: "/cards/{cardId}",
    id: "changeCardText",
    tag: "Board",
    summary: "Title, text and audience of a card",
    params: CardParams,
    body: CardText,
    response: CardDetail,
    ifMatch: true,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: (scope, { body, revision }, access) => changeText(scope, access, revision, body),
  }),
  route({
    method: "POST",
    path: "/cards/{cardId}/move",
    id: "moveCard",
    tag: "Board",
    status: 200,
    summary: "Put a card somewhere else; refused when it is no longer where you saw it",
    params: CardParams,
    body: Move,
    response: MovedCard,
    policy: { action: "card.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body: { place, expected, undo, ...wanted } }, { project, card }) => {
      const to = { ...wanted, later: place === "later" };
      const moved = await moveCard(scope, card, to, { ...expected, undo });
      return { ...presentCard(project.key, moved.card), moveId: moved.moveId };
    },
  }),
  route({
    method: "DELETE",
    path: "/cards/{cardId}",
    id: "trashCard",
    tag: "Board",
    summary: "Into the trash, from where it can be restored for 30 days",
    params: CardParams,
    policy: { action: "card.delete", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, _input, { card }) => trashCard(scope, card),
  }),
];
