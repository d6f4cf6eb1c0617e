import { z } from "zod";
import { route } from "../access/route.ts";
import { title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { BoardColumn, ColumnCategory } from "./board.view.ts";
import { LEFT_OUT } from "./card-content.ts";
import { CopyPart } from "./card-copy.ts";
import { copyColumn, takeBackColumn } from "./column-copy.ts";
import { visibleColumn } from "./columns.store.ts";
import { changeColumn, createColumn, moveColumn, removeColumn } from "./columns.ts";

const Params = z.strictObject({ columnId: uuid() });
const Column = BoardColumn.omit({ count: true }).meta({ id: "Column" });
const wipLimit = () => z.int().min(1).max(1_000).nullable();
const Spot = z.strictObject({ before: uuid().optional(), after: uuid().optional() });
const name = () => title(80);

export const columnRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/columns",
    id: "createColumn",
    tag: "Board",
    summary: "A new column, at the end unless said otherwise",
    params: z.strictObject({ projectId: uuid() }),
    body: Spot.extend({ name: name(), category: ColumnCategory, wipLimit: wipLimit().optional() }),
    response: Column,
    policy: { action: "board.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => createColumn(scope, project.id, body),
  }),
  route({
    method: "PATCH",
    path: "/columns/{columnId}",
    id: "changeColumn",
    tag: "Board",
    summary: "Name, kind and limit of a column",
    params: Params,
    body: z.strictObject({ name: name(), category: ColumnCategory, wipLimit: wipLimit() }).partial(),
    response: Column,
    ifMatch: true,
    policy: { action: "board.edit", load: (scope, { params }) => visibleColumn(scope, params.columnId) },
    handle: (scope, { body, revision }, { column }) => changeColumn(scope, column, revision, body),
  }),
  route({
    method: "POST",
    path: "/columns/{columnId}/move",
    id: "moveColumn",
    tag: "Board",
    status: 200,
    summary: "Put a column next to another, or at the end",
    params: Params,
    body: Spot,
    response: Column,
    policy: { action: "board.edit", load: (scope, { params }) => visibleColumn(scope, params.columnId) },
    handle: (scope, { body }, { column }) => moveColumn(scope, column, body),
  }),
  route({
    method: "POST",
    path: "/columns/{columnId}/copy",
    id: "copyColumn",
    tag: "Board",
    summary: "A column like this one beside it, with the parts of its cards that are named",
    params: Params,
    body: z.strictObject({
      name: name(),
      wipLimit: wipLimit().optional(),
      /** Left out, the column comes without cards. */
      cards: z.array(CopyPart).max(20).optional(),
    }),
    response: z.object({ column: Column, cardIds: z.array(z.string()), leftOut: z.array(z.enum(LEFT_OUT)) }),
    policy: { action: "board.edit", load: (scope, { params }) => visibleColumn(scope, params.columnId) },
    handle: (scope, { body }, { column }) => copyColumn(scope, column, body),
  }),
  route({
    method: "POST",
    path: "/columns/{columnId}/undo-copy",
    id: "undoCopyColumn",
    tag: "Board",
    status: 204,
    summary: "Take back the copy of a column that you made, with the cards that came along",
    params: Params,
    policy: { action: "board.edit", load: (scope, { params }) => visibleColumn(scope, params.columnId) },
    handle: (scope, _input, { column }) => takeBackColumn(scope, column),
  }),
  route({
    method: "DELETE",
    path: "/columns/{columnId}",
    id: "deleteColumn",
    tag: "Board",
    summary: "Remove a column; its cards go to another one",
    params: Params,
    body: z.strictObject({ moveTo: uuid().optional() }),
    policy: { action: "board.edit", load: (scope, { params }) => visibleColumn(scope, params.columnId) },
    handle: (scope, { body }, { column }) => removeColumn(scope, column, body.moveTo),
  }),
];
