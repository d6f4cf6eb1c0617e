import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleButton, visiblePress } from "./buttons.store.ts";
import { changeButton, createButton, moveButtons, readButtons, removeButton } from "./buttons.ts";
import { Button, ButtonOrder, Buttons, ButtonWish, NewButton, Press, PressWish } from "./buttons.view.ts";
import { press, takeBack } from "./press.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ buttonId: uuid() });
const tag = "Board";
const inProject = (scope: Scope, { params }: { params: z.output<typeof InProject> }) =>
  visibleProject(scope, params.projectId);
const one = (scope: Scope, { params }: { params: z.output<typeof One> }) =>
  visibleButton(scope, params.buttonId);

export const buttonRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/buttons",
    id: "listButtons",
    tag,
    summary: "Buttons on cards and for selected cards, with what each does",
    params: InProject,
    response: Buttons,
    policy: { action: "card.create", load: inProject },
    handle: (scope, _input, { project }) => readButtons(scope, project.id),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/buttons",
    id: "createButton",
    tag,
    summary: "Make a button of one to five steps",
    params: InProject,
    body: NewButton,
    response: Button,
    policy: { action: "board.edit", load: inProject },
    handle: (scope, { body }, { project }) => createButton(scope, project.id, body),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/buttons/order",
    id: "orderButtons",
    tag,
    summary: "Their order; refused when it is no longer as you saw it",
    status: 204,
    params: InProject,
    body: ButtonOrder,
    policy: { action: "board.edit", load: inProject },
    handle: (scope, { body }, { project }) => moveButtons(scope, project.id, body.ids, body.expected),
  }),
  route({
    method: "PUT",
    path: "/buttons/{buttonId}",
    id: "changeButton",
    tag,
    summary: "Where a button stands, its name, and what it does",
    params: One,
    body: ButtonWish,
    response: Button,
    ifMatch: true,
    policy: { action: "board.edit", load: one },
    handle: (scope, { body, revision }, { button }) => changeButton(scope, button, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/buttons/{buttonId}",
    id: "deleteButton",
    tag,
    summary: "Remove a button; what it did stays",
    status: 204,
    params: One,
    policy: { action: "board.edit", load: one },
    handle: (scope, _input, { button }) => removeButton(scope, button),
  }),
  route({
    method: "POST",
    path: "/buttons/{buttonId}/press",
    id: "pressButton",
    tag,
    summary: "Do its steps with these cards, all of them or none",
    status: 200,
    params: One,
    body: PressWish,
    response: Press,
    policy: { action: "card.create", load: one },
    handle: (scope, { body }, { button }) => press(scope, button, body),
  }),
  route({
    method: "POST",
    path: "/button-presses/{pressId}/undo",
    id: "undoPress",
    tag,
    summary: "Take back all that a press did, unless somebody has gone on since",
    status: 204,
    params: z.strictObject({ pressId: uuid() }),
    policy: { action: "card.create", load: (scope, { params }) => visiblePress(scope, params.pressId) },
    handle: (scope, _input, { press: pressed }) => takeBack(scope, pressed),
  }),
];
