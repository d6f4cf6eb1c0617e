import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listReviews } from "./review-list.store.ts";
import { ReviewList } from "./review-list.view.ts";

export const reviewListRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/reviews",
    id: "listReviews",
    tag: "Reviews",
    summary:
      "The reviews of a project, whether held, going on, skipped or still to come, the newest date first",
    params: z.strictObject({ projectId: uuid() }),
    response: ReviewList,
    policy: { action: "plan.work", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => ({
      items: (await listReviews(scope, project.id)).map(({ dueAt, openedAt, heldAt, skippedAt, ...row }) => ({
        ...row,
        dueAt: dueAt.toISOString(),
        openedAt: openedAt?.toISOString() ?? null,
        heldAt: heldAt?.toISOString() ?? null,
        skippedAt: skippedAt?.toISOString() ?? null,
      })),
    }),
  }),
];
