import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readReview } from "./read-review.ts";
import { Review } from "./review.view.ts";
import { attendReview, oneReview, openReview, placeReview, takeLead, visibleReview } from "./reviews.ts";

const One = z.strictObject({ reviewId: uuid() });
const tag = "Reviews";

export const reviewRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/reviews",
    id: "openReview",
    tag,
    summary: "Open the review that is due, or one for now; one that is open already is given as it is",
    status: 200,
    params: z.strictObject({ projectId: uuid() }),
    response: Review,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => readReview(scope, await openReview(scope, project)),
  }),
  route({
    method: "GET",
    path: "/reviews/{reviewId}",
    id: "getReview",
    tag,
    summary: "All that a review is about: what is true now, or what was when it was held",
    params: One,
    response: Review,
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, _input, access) => readReview(scope, access),
  }),
  route({
    method: "PUT",
    path: "/reviews/{reviewId}/place",
    id: "placeReview",
    tag,
    summary: "The milestone that everybody looks at now; the leader says",
    status: 204,
    params: One,
    body: z.strictObject({ milestoneId: uuid() }),
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, { body }, access) => placeReview(scope, access, body.milestoneId),
  }),
  route({
    method: "PUT",
    path: "/reviews/{reviewId}/lead",
    id: "takeLead",
    tag,
    summary: "Lead this review from now on",
    status: 204,
    params: One,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, _input, access) => takeLead(scope, access),
  }),
  route({
    method: "POST",
    path: "/reviews/{reviewId}/attendance",
    id: "attendReview",
    tag,
    summary: "I am here; said again every half minute. Answers with where the review is",
    status: 200,
    params: One,
    response: z.object({ leaderId: z.string().nullable(), placeId: z.string().nullable() }),
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: async (scope, _input, access) => {
      await attendReview(scope, access);
      const { leaderId, milestoneId } = await oneReview(scope, access.review.id);
      return { leaderId, placeId: milestoneId };
    },
  }),
];
