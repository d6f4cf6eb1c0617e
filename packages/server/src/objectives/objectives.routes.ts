import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, line, onePage, pageOf, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleObjective } from "./objective-access.ts";
import { listReadings } from "./objective-readings.store.ts";
import { listObjectives } from "./objectives.store.ts";
import {
  addReading,
  changeObjective,
  createObjective,
  orderObjective,
  trashObjective,
} from "./objectives.ts";
import { Objective, ObjectivePage, presentObjective } from "./objectives.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ objectiveId: uuid() });
const tag = "Objectives";
const amount = () => z.number().min(-1e15).max(1e15);

const ObjectiveChange = z
  .strictObject({
    statement: title(),
    ourReason: text(),
    clientReason: text(),
    measure: line(),
    unit: line(40),
    baseline: amount().nullable(),
    target: amount().nullable(),
    current: amount().nullable(),
    targetOn: civilDate().nullable(),
  })
  .partial();

export const objectiveRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/objectives",
    id: "listObjectives",
    tag,
    summary: "Why the project exists",
    params: InProject,
    response: pageOf(Objective),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) =>
      onePage((await listObjectives(scope, project.id)).map(presentObjective)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/objectives",
    id: "createObjective",
    tag,
    summary: "Add an objective",
    params: InProject,
    body: ObjectiveChange.extend({ statement: title() }),
    response: Objective,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) =>
      presentObjective(await createObjective(scope, project.id, body)),
  }),
  route({
    method: "GET",
    path: "/objectives/{objectiveId}",
    id: "getObjective",
    tag,
    summary: "One objective with its readings",
    params: One,
    response: ObjectivePage,
    policy: {
      action: "project.read",
      load: (scope, { params }) => visibleObjective(scope, params.objectiveId),
    },
    handle: async (scope, _input, { objective }) => ({
      ...presentObjective(objective),
      readings: await listReadings(scope, objective.id),
    }),
  }),
  route({
    method: "PATCH",
    path: "/objectives/{objectiveId}",
    id: "changeObjective",
    tag,
    summary: "Change an objective",
    params: One,
    body: ObjectiveChange,
    response: Objective,
    ifMatch: true,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleObjective(scope, params.objectiveId) },
    handle: async (scope, { body, revision }, { objective }) =>
      presentObjective(await changeObjective(scope, objective, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/objectives/{objectiveId}",
    id: "deleteObjective",
    tag,
    summary: "Put an objective into the trash",
    params: One,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleObjective(scope, params.objectiveId) },
    handle: async (scope, _input, { objective }) => trashObjective(scope, objective),
  }),
  route({
    method: "POST",
    path: "/objectives/{objectiveId}/readings",
    id: "addObjectiveReading",
    tag,
    summary: "Write down where the measure stands",
    params: One,
    body: z.strictObject({ onDate: civilDate(), value: amount() }),
    response: Objective,
    policy: { action: "plan.work", load: (scope, { params }) => visibleObjective(scope, params.objectiveId) },
    handle: async (scope, { body }, { objective }) =>
      presentObjective(await addReading(scope, objective, body)),
  }),
  route({
    method: "POST",
    path: "/objectives/{objectiveId}/order",
    id: "orderObjective",
    tag,
    summary: "Put an objective behind another, or first",
    status: 200,
    params: One,
    body: z.strictObject({ after: uuid().nullable() }),
    response: Objective,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleObjective(scope, params.objectiveId) },
    handle: async (scope, { body }, { objective }) =>
      presentObjective(await orderObjective(scope, objective, body.after)),
  }),
];
