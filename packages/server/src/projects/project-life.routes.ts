import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "./project-access.store.ts";
import { archive, discard, pause, resume, unarchive } from "./project-life.ts";
import type { ProjectRow } from "./projects.store.ts";
import { Project, presentProject } from "./projects.view.ts";

const Params = z.strictObject({ projectId: uuid() });

type Step = (scope: Scope, projectId: string) => Promise<ProjectRow>;

const lifeRoute = (name: string, summary: string, step: Step) =>
  route({
    method: "POST",
    path: `/projects/{projectId}/${name}`,
    id: `${name}Project`,
    tag: "Projects",
    summary,
    params: Params,
    response: Project,
    status: 200,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params }) => presentProject(await step(scope, params.projectId)),
  });

export const projectLifeRoutes = [
  lifeRoute("archive", "Put a project into the archive", archive),
  lifeRoute("unarchive", "Take a project out of the archive", unarchive),
  lifeRoute("pause", "Pause a project", pause),
  lifeRoute("resume", "Go on with a paused project", resume),
  route({
    method: "DELETE",
    path: "/projects/{projectId}",
    id: "deleteProject",
    tag: "Projects",
    summary: "Put a project into the trash for 30 days",
    params: Params,
    policy: {
      action: "project.delete",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: (scope, { params }) => discard(scope, params.projectId),
  }),
];
