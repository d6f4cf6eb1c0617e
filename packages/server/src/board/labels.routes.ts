import { z } from "zod";
import { route } from "../access/route.ts";
import { title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { BoardLabel } from "./board.view.ts";
import { visibleLabel } from "./labels.store.ts";
import { changeLabel, createLabel, removeLabel } from "./labels.ts";

const Params = z.strictObject({ labelId: uuid() });
const name = () => title(80);
/** Names of the web's palette, never colours of its own making. */
const color = () =>
  z.enum([
    "gray",
    "red",
    "pink",
    "grape",
    "violet",
    "indigo",
    "blue",
    "cyan",
    "teal",
    "green",
    "lime",
    "yellow",
    "orange",
  ]);

export const labelRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/labels",
    id: "createLabel",
    tag: "Board",
    summary: "A new label",
    params: z.strictObject({ projectId: uuid() }),
    body: z.strictObject({ name: name(), color: color() }),
    response: BoardLabel,
    policy: { action: "card.create", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => createLabel(scope, project.id, body),
  }),
  route({
    method: "PATCH",
    path: "/labels/{labelId}",
    id: "changeLabel",
    tag: "Board",
    summary: "Name and colour of a label",
    params: Params,
    body: z.strictObject({ name: name(), color: color() }).partial(),
    response: BoardLabel,
    ifMatch: true,
    policy: { action: "card.create", load: (scope, { params }) => visibleLabel(scope, params.labelId) },
    handle: (scope, { body, revision }, { label }) => changeLabel(scope, label, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/labels/{labelId}",
    id: "deleteLabel",
    tag: "Board",
    summary: "Remove a label, from its cards too",
    params: Params,
    policy: { action: "board.edit", load: (scope, { params }) => visibleLabel(scope, params.labelId) },
    handle: (scope, _input, { label }) => removeLabel(scope, label),
  }),
];
