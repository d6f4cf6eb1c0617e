import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate, onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { listFixedDates } from "./fixed-dates.store.ts";
import { addFixedDate, changeFixedDate, fixedDate, removeFixedDate } from "./fixed-dates.ts";
import { visibleProject } from "./project-access.store.ts";

const ProjectParams = z.strictObject({ projectId: uuid() });
const Params = z.strictObject({ fixedDateId: uuid() });
const wish = { title: title(), onDate: civilDate() };

const FixedDate = z
  .object({ id: z.string(), projectId: z.string(), title: z.string(), onDate: z.string(), revision: z.int() })
  .meta({ id: "FixedDate" });

export const fixedDateRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/fixed-dates",
    id: "listFixedDates",
    tag: "Projects",
    summary: "Dates from outside that the plan cannot move",
    params: ProjectParams,
    response: pageOf(FixedDate),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params }) => onePage(await listFixedDates(scope, params.projectId)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/fixed-dates",
    id: "addFixedDate",
    tag: "Projects",
    summary: "Add a date that the plan cannot move",
    params: ProjectParams,
    body: z.strictObject(wish),
    response: FixedDate,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params, body }) => addFixedDate(scope, params.projectId, body),
  }),
  route({
    method: "PATCH",
    path: "/fixed-dates/{fixedDateId}",
    id: "changeFixedDate",
    tag: "Projects",
    summary: "Change a fixed date",
    params: Params,
    body: z.strictObject(wish).partial(),
    response: FixedDate,
    ifMatch: true,
    policy: { action: "plan.edit", load: (scope, { params }) => visible(scope, params.fixedDateId) },
    handle: (scope, { body, revision }, { row }) => changeFixedDate(scope, row, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/fixed-dates/{fixedDateId}",
    id: "removeFixedDate",
    tag: "Projects",
    summary: "Remove a fixed date",
    params: Params,
    policy: { action: "plan.edit", load: (scope, { params }) => visible(scope, params.fixedDateId) },
    handle: (scope, _input, { row }) => removeFixedDate(scope, row),
  }),
];

async function visible(scope: Scope, id: string) {
  const row = await fixedDate(scope, id);
  return { row, ...(await visibleProject(scope, row.projectId)) };
}
