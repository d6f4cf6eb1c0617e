import { z } from "zod";
import { route } from "../access/route.ts";
import { line, onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { projectTemplate } from "./project-template.ts";
import { anyById, ownById } from "./template-access.ts";
import { TemplateShape } from "./template-shape.ts";
import { changeTemplate, copyTemplate, dropTemplate, keepTemplate, knownTemplates } from "./templates.ts";
import { presentHead, presentTemplate, TemplateDetail, TemplateHead } from "./templates.view.ts";

/** A uuid, or the word of one that comes along. */
const One = z.strictObject({ templateId: line(60) });
const tag = "Templates";

export const templateRoutes = [
  route({
    method: "GET",
    path: "/templates",
    id: "listTemplates",
    tag,
    summary: "Templates: your own, then those that come along",
    response: pageOf(TemplateHead),
    policy: { action: "template.read" },
    handle: async (scope) => {
      const work = await workCalendar(scope);
      return onePage((await knownTemplates(scope)).map((each) => presentHead(each, work)));
    },
  }),
  route({
    method: "GET",
    path: "/templates/{templateId}",
    id: "getTemplate",
    tag,
    summary: "One template with all its parts, and the calendar its days are counted on",
    params: One,
    response: TemplateDetail,
    policy: { action: "template.read", load: anyById },
    handle: async (scope, _input, { found }) => presentTemplate(found, await workCalendar(scope)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/templates",
    id: "saveAsTemplate",
    tag,
    summary: "Make a template of a project's plan",
    params: z.strictObject({ projectId: uuid() }),
    body: z.strictObject({
      name: title(),
      trade: line(80).optional(),
      summary: line().optional(),
      /** The windows as they were planned, or as milestones were really begun and reached. */
      durations: z.enum(["planned", "actual"]).default("planned"),
    }),
    response: TemplateHead,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body, params: { projectId } }) =>
      presentHead(
        await keepTemplate(scope, await projectTemplate(scope, projectId, body), { projectId }),
        await workCalendar(scope),
      ),
  }),
  route({
    method: "POST",
    path: "/templates/{templateId}/copies",
    id: "copyTemplate",
    tag,
    summary: "Copy a template with all its parts",
    params: One,
    response: TemplateHead,
    policy: { action: "template.edit", load: anyById },
    handle: async (scope, _input, { found }) =>
      presentHead(await copyTemplate(scope, found), await workCalendar(scope)),
  }),
  route({
    method: "PATCH",
    path: "/templates/{templateId}",
    id: "changeTemplate",
    tag,
    summary: "Change a template; projects made from it stay",
    params: One,
    body: TemplateShape.partial(),
    response: TemplateHead,
    ifMatch: true,
    policy: { action: "template.edit", load: ownById },
    handle: async (scope, { body, revision }, { found }) =>
      presentHead(await changeTemplate(scope, found, revision, body), await workCalendar(scope)),
  }),
  route({
    method: "DELETE",
    path: "/templates/{templateId}",
    id: "deleteTemplate",
    tag,
    summary: "Remove a template; projects made from it stay",
    params: One,
    policy: { action: "template.edit", load: ownById },
    handle: (scope, _input, { found }) => dropTemplate(scope, found),
  }),
];
