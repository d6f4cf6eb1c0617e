import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readAgenda } from "./agenda.ts";
import { ReviewAgenda } from "./agenda.view.ts";
import { dueReviews, reviewsOfProject, skipReview, visibleReviewDate } from "./review-dates.ts";
import { DueReview, ProjectReviews } from "./review-dates.view.ts";

const One = z.strictObject({ reviewId: uuid() });
const tag = "Reviews";

export const reviewDateRoutes = [
  route({
    method: "GET",
    path: "/reviews",
    id: "listDueReviews",
    tag,
    summary: "Which of your projects is reviewed when: what is due first, then what nobody has looked at",
    response: pageOf(DueReview),
    policy: { action: "approval.read" },
    handle: async (scope) => onePage(await dueReviews(scope)),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/reviews",
    id: "listReviews",
    tag,
    summary:
      "When a project is reviewed next, and its reviews before, whether held, going on, missed or skipped; the newest first",
    params: z.strictObject({ projectId: uuid() }),
    response: ProjectReviews,
    policy: { action: "plan.work", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => reviewsOfProject(scope, project),
  }),
  route({
    method: "GET",
    path: "/reviews/{reviewId}/agenda",
    id: "getReviewAgenda",
    tag,
    summary: "What a review will be about, read from the project as it is now",
    params: One,
    response: ReviewAgenda,
    policy: {
      action: "approval.read",
      load: (scope, { params }) => visibleReviewDate(scope, params.reviewId),
    },
    handle: (scope, _input, { project }) => readAgenda(scope, project.id),
  }),
  route({
    method: "POST",
    path: "/reviews/{reviewId}/skip",
    id: "skipReview",
    tag,
    summary: "Skip a review, and say why",
    status: 204,
    params: One,
    body: z.strictObject({ reason: title() }),
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReviewDate(scope, params.reviewId) },
    handle: (scope, { body }, { review }) => skipReview(scope, review, body.reason),
  }),
];
