import { z } from "zod";
import { route } from "../access/route.ts";
import { audience, civilDate, money, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleMilestone } from "./milestone-access.ts";
import { milestonePage } from "./milestone-presenter.ts";
import { changeMilestone, createMilestone, trashMilestone } from "./milestones.ts";
import { MilestonePage } from "./milestones.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ milestoneId: uuid() });
const tag = "Milestones";

const MilestoneChange = z
  .strictObject({
    title: title(),
    outcome: text(),
    why: text(),
    phase: z.boolean(),
    parentId: uuid().nullable(),
    ownerId: uuid().nullable(),
    weight: z.int().min(0).max(1_000_000).nullable(),
    priceMinor: money().nullable(),
    audience: audience(),
    clientApproval: z.boolean(),
  })
  .partial();

/** Dates are set here once; afterwards they move through date-change, which tells what else moves. */
const NewMilestone = MilestoneChange.extend({
  title: title(),
  startOn: civilDate().nullable().optional(),
  targetOn: civilDate().nullable().optional(),
});

export const milestoneRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/milestones",
    id: "createMilestone",
    tag,
    summary: "Add a milestone",
    params: InProject,
    body: NewMilestone,
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) =>
      milestonePage(scope, project, (await createMilestone(scope, project, body)).id),
  }),
  route({
    method: "GET",
    path: "/milestones/{milestoneId}",
    id: "getMilestone",
    tag,
    summary: "One milestone with its criteria, roles, deliverables and moves",
    params: One,
    response: MilestonePage,
    policy: {
      action: "project.read",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: async (scope, _input, { project, milestone }) => milestonePage(scope, project, milestone.id),
  }),
  route({
    method: "PATCH",
    path: "/milestones/{milestoneId}",
    id: "changeMilestone",
    tag,
    summary: "Change a milestone; its dates move through date-change",
    params: One,
    body: MilestoneChange,
    response: MilestonePage,
    ifMatch: true,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body, revision }, { project, milestone }) => {
      await changeMilestone(scope, milestone, revision, body);
      return milestonePage(scope, project, milestone.id);
    },
  }),
  route({
    method: "DELETE",
    path: "/milestones/{milestoneId}",
    id: "deleteMilestone",
    tag,
    summary: "Put a milestone into the trash",
    params: One,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, _input, { milestone }) => trashMilestone(scope, milestone),
  }),
];
