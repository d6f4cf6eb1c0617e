import { z } from "zod";
import { route } from "../access/route.ts";
import { LEFT_OUT } from "../board/card-content.ts";
import { projectKey, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { Project, presentProject } from "../projects/projects.view.ts";
import { BoardCopyPart, copyProject } from "./project-copy.ts";

export const projectCopyRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/copy",
    id: "copyProject",
    tag: "Projects",
    summary: "A project of its own with this one's columns, labels and fields, and what else is named",
    params: z.strictObject({ projectId: uuid() }),
    body: z.strictObject({
      name: title(),
      key: projectKey().optional(),
      team: z.boolean().default(false),
      routines: z.boolean().default(false),
      cards: z.enum(["none", "open", "all"]).default("none"),
      parts: z.array(BoardCopyPart).max(20).default([]),
    }),
    response: z.object({
      project: Project,
      cardIds: z.array(z.string()),
      leftOut: z.array(z.enum(LEFT_OUT)),
    }),
    policy: {
      action: "project.create",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, { body }, { project }) => {
      const { project: made, ...rest } = await copyProject(scope, project, body);
      return { ...rest, project: presentProject(made) };
    },
  }),
];
