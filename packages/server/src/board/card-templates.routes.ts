import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, minutes, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { CardContent } from "./card-content.view.ts";
import { MadeCard } from "./card-copy.routes.ts";
import { type CardTemplateRow, listCardTemplates, visibleCardTemplate } from "./card-templates.store.ts";
import {
  cardFromTemplate,
  changeCardTemplate,
  createCardTemplate,
  moveCardTemplates,
  trashCardTemplate,
} from "./card-templates.ts";
import { CardTemplate, type CardTemplateView } from "./card-templates.view.ts";
import { presentCard } from "./cards.view.ts";

const One = z.strictObject({ cardTemplateId: uuid() });
const InProject = z.strictObject({ projectId: uuid() });
const name = () => title(120);
const ids = () => z.array(uuid()).max(200);
const few = () => z.array(uuid()).max(50);
const tag = "Board";

const CardFromTemplate = z.strictObject({
  title: title().optional(),
  columnId: uuid().optional(),
  place: z.literal("later").optional(),
  before: uuid().optional(),
  after: uuid().optional(),
  milestoneId: uuid().nullable().optional(),
  people: few().optional(),
  labels: few().optional(),
  priority: z.int().min(0).max(3).optional(),
  likely: minutes().optional(),
  dueOn: civilDate().optional(),
});

export const cardTemplateRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/card-templates",
    id: "listCardTemplates",
    tag,
    summary: "What new cards of this project can begin with, in their order",
    params: InProject,
    response: z.object({ items: z.array(CardTemplate) }),
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => ({
      items: (await listCardTemplates(scope, project.id)).map(present),
    }),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/card-templates",
    id: "createCardTemplate",
    tag,
    summary: "Keep something for new cards to begin with",
    params: InProject,
    body: z.strictObject({ name: name(), content: CardContent }),
    response: CardTemplate,
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) =>
      present(await createCardTemplate(scope, project.id, body)),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/card-templates/order",
    id: "orderCardTemplates",
    tag,
    summary: "Their order; refused when it is no longer as you saw it",
    params: InProject,
    status: 204,
    body: z.strictObject({ ids: ids(), expected: ids() }),
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => moveCardTemplates(scope, project.id, body.ids, body.expected),
  }),
  route({
    method: "PATCH",
    path: "/card-templates/{cardTemplateId}",
    id: "changeCardTemplate",
    tag,
    summary: "Name and content; cards that were made from it stay as they are",
    params: One,
    body: z.strictObject({ name: name(), content: CardContent }).partial(),
    response: CardTemplate,
    ifMatch: true,
    policy: {
      action: "card.create",
      load: (scope, { params }) => visibleCardTemplate(scope, params.cardTemplateId),
    },
    handle: async (scope, { body, revision }, { template }) =>
      present(await changeCardTemplate(scope, template, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/card-templates/{cardTemplateId}",
    id: "deleteCardTemplate",
    tag,
    summary: "Into the trash, from where it can be restored for 30 days",
    params: One,
    policy: {
      action: "card.create",
      load: (scope, { params }) => visibleCardTemplate(scope, params.cardTemplateId),
    },
    handle: (scope, _input, { template }) => trashCardTemplate(scope, template),
  }),
  route({
    method: "POST",
    path: "/card-templates/{cardTemplateId}/cards",
    id: "createCardFromTemplate",
    tag,
    summary: "A new card that begins with a template, in the first column unless said otherwise",
    params: One,
    body: CardFromTemplate,
    response: MadeCard,
    policy: {
      action: "card.create",
      load: (scope, { params }) => visibleCardTemplate(scope, params.cardTemplateId),
    },
    handle: async (scope, { body: { columnId, place, before, after, ...said } }, { project, template }) => {
      const at = { later: place === "later", columnId, before, after };
      const made = await cardFromTemplate(scope, template, said, at);
      return { ...made, card: presentCard(project.key, made.card) };
    },
  }),
];

function present({ id, name: called, content, revision }: CardTemplateRow): CardTemplateView {
  return { id, name: called, content, revision };
}
