import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, text, uuid } from "../kit/fields.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { momentsFor, seeMoment } from "./moments.ts";
import { ReachedMoment } from "./moments.view.ts";
import { changeThanks, readThanks, takeThanksBack, writeThanks } from "./thanks.ts";
import { Thanks } from "./thanks.view.ts";

const OfMilestone = z.strictObject({ milestoneId: uuid() });
const Words = z.strictObject({
  words: text(10_000).refine((words) => words.trim() !== "", "Write something."),
});
const tag = "Closing";

export const momentRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/moments",
    id: "listMoments",
    tag,
    summary: "Milestones that were reached and that you have not been shown yet; looking marks nothing",
    params: z.strictObject({ projectId: uuid() }),
    response: pageOf(ReachedMoment),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => onePage(await momentsFor(scope, project)),
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/moment-seen",
    id: "seeMoment",
    tag,
    summary: "The reached moment stood before your eyes: it is not shown to you again",
    status: 204,
    params: OfMilestone,
    policy: {
      action: "project.read",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: async (scope, _input, { milestone }) => {
      if (milestone.state === "accepted") await seeMoment(scope, milestone.id);
    },
  }),
  route({
    method: "GET",
    path: "/milestones/{milestoneId}/thanks",
    id: "getThanks",
    tag,
    summary:
      "The thank-you to the client for a reached milestone: a draft in their language, or what was written",
    params: OfMilestone,
    response: Thanks,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: (scope, _input, access) => readThanks(scope, access),
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/thanks",
    id: "writeThanks",
    tag,
    summary: "Thank the client, once a milestone; it leaves when the decision can no longer be taken back",
    params: OfMilestone,
    body: Words,
    response: Thanks,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: (scope, { body }, access) => writeThanks(scope, access, body.words),
  }),
  route({
    method: "PATCH",
    path: "/milestones/{milestoneId}/thanks",
    id: "changeThanks",
    tag,
    summary: "Change a thank-you that has not left yet",
    params: OfMilestone,
    body: Words,
    response: Thanks,
    ifMatch: true,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: (scope, { body, revision }, access) => changeThanks(scope, access, revision, body.words),
  }),
  route({
    method: "DELETE",
    path: "/milestones/{milestoneId}/thanks",
    id: "takeThanksBack",
    tag,
    summary: "Take back a thank-you that has not left yet",
    params: OfMilestone,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: (scope, _input, access) => takeThanksBack(scope, access),
  }),
];
