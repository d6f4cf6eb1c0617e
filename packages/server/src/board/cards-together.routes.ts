import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { undoAct } from "./board-acts.ts";
import { archiveTogether, trashTogether, unarchiveTogether } from "./cards-together.ts";
import { ColumnSort, sortColumn } from "./column-sort.ts";
import { visibleColumn } from "./columns.store.ts";

const OfProject = z.strictObject({ projectId: uuid() });
const OfColumn = z.strictObject({ columnId: uuid() });
const Cards = z.strictObject({ cardIds: z.array(uuid()).min(1).max(500) });

const ActTogether = z
  .object({
    /** By which the one who did it takes it back; null when there was nothing to do. */
    actId: z.string().nullable(),
    cardIds: z.array(z.string()),
  })
  .meta({ id: "ActTogether" });

export const cardsTogetherRoutes = [
  route({
    method: "POST",
    path: "/columns/{columnId}/archive-cards",
    id: "archiveColumnCards",
    tag: "Board",
    status: 200,
    summary: "All cards of a column off the board, or those that are done",
    params: OfColumn,
    body: z.strictObject({ only: z.enum(["all", "done"]) }),
    response: ActTogether,
    policy: { action: "card.edit", load: (scope, { params }) => visibleColumn(scope, params.columnId) },
    handle: (scope, { body }, { project, column }) =>
      archiveTogether(scope, project.id, { columnId: column.id, ...body }),
  }),
  route({
    method: "POST",
    path: "/columns/{columnId}/sort",
    id: "sortColumn",
    tag: "Board",
    status: 200,
    summary: "Put the cards of a column in an order, once",
    params: OfColumn,
    body: z.strictObject({ by: ColumnSort }),
    response: ActTogether,
    policy: { action: "card.edit", load: (scope, { params }) => visibleColumn(scope, params.columnId) },
    handle: (scope, { body }, { column }) => sortColumn(scope, column, body.by),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/cards/unarchive",
    id: "unarchiveCards",
    tag: "Board",
    status: 200,
    summary: "Archived cards back to where they were",
    params: OfProject,
    body: Cards,
    response: ActTogether,
    policy: { action: "card.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => unarchiveTogether(scope, project.id, body.cardIds),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/cards/trash",
    id: "trashCards",
    tag: "Board",
    status: 200,
    summary: "Many cards into the trash, from where they can be restored for 30 days",
    params: OfProject,
    body: Cards,
    response: ActTogether,
    policy: { action: "card.delete", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => trashTogether(scope, project.id, body.cardIds),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/acts/{actId}/undo",
    id: "undoBoardAct",
    tag: "Board",
    status: 200,
    summary: "Take back what you did with many cards, wherever nobody has gone on with them",
    params: OfProject.extend({ actId: uuid() }),
    response: z.object({ cardIds: z.array(z.string()) }),
    policy: { action: "card.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params }, { project }) => ({
      cardIds: await undoAct(scope, project.id, params.actId),
    }),
  }),
];
