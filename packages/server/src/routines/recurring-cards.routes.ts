import { z } from "zod";
import { route } from "../access/route.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { contentToRepeat } from "../board/card-content.ts";
import { CardContent } from "../board/card-content.view.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleRecurring } from "./recurring-cards.store.ts";
import {
  changeRecurring,
  comingCards,
  createRecurring,
  readRecurring,
  removeRecurring,
} from "./recurring-cards.ts";
import {
  ComingCards,
  RecurringCard,
  RecurringCards,
  RecurringCardWish,
  RhythmPreview,
} from "./recurring-cards.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ recurringCardId: uuid() });
const tag = "Board";

export const recurringCardRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/recurring-cards",
    id: "listRecurringCards",
    tag,
    summary: "What comes back on the board by itself, with the next three dates of each",
    params: InProject,
    response: RecurringCards,
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => readRecurring(scope, project.id),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/recurring-cards/preview",
    id: "previewRecurringCard",
    tag,
    summary: "The next three dates that a rhythm would have",
    params: InProject,
    query: RhythmPreview,
    response: ComingCards,
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }) => ({ items: await comingCards(scope, query) }),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/recurring-cards",
    id: "createRecurringCard",
    tag,
    summary: "Make a card again and again",
    params: InProject,
    body: RecurringCardWish,
    response: RecurringCard,
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => createRecurring(scope, project.id, body),
  }),
  route({
    method: "PUT",
    path: "/recurring-cards/{recurringCardId}",
    id: "changeRecurringCard",
    tag,
    summary: "What recurs, where and when; or pause it",
    params: One,
    body: RecurringCardWish,
    response: RecurringCard,
    ifMatch: true,
    policy: {
      action: "card.create",
      load: (scope, { params }) => visibleRecurring(scope, params.recurringCardId),
    },
    handle: (scope, { body, revision }, { recurring }) => changeRecurring(scope, recurring, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/recurring-cards/{recurringCardId}",
    id: "deleteRecurringCard",
    tag,
    summary: "Make it no more; the cards it made stay",
    status: 204,
    params: One,
    policy: {
      action: "card.create",
      load: (scope, { params }) => visibleRecurring(scope, params.recurringCardId),
    },
    handle: (scope, _input, { recurring }) => removeRecurring(scope, recurring),
  }),
  route({
    method: "GET",
    path: "/cards/{cardId}/content",
    id: "getCardContent",
    tag,
    summary: "All that a card says of its work, to make others like it",
    params: z.strictObject({ cardId: uuid() }),
    response: CardContent,
    policy: { action: "card.create", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: (scope, _input, { card }) => contentToRepeat(scope, card),
  }),
];
