import { z } from "zod";
import { route } from "../access/route.ts";
import { line, title, uuid } from "../kit/fields.ts";
import { visibleMilestone } from "./milestone-access.ts";
import { milestonePage } from "./milestone-presenter.ts";
import { answerPart, giveRoles, serveObjectives } from "./milestone-roles.ts";
import { MilestonePage, MilestoneRole } from "./milestones.view.ts";

const One = z.strictObject({ milestoneId: uuid() });
const tag = "Milestones";

const Parts = z
  .array(z.strictObject({ personId: uuid(), role: MilestoneRole, part: line().default("") }))
  .max(60)
  .refine(
    (parts) => new Set(parts.map(({ personId, role }) => `${personId} ${role}`)).size === parts.length,
    "A person has each role once.",
  );

const Receipt = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("clear") }),
  z.strictObject({ answer: z.literal("question"), question: title(1_000) }),
]);

export const milestoneRoleRoutes = [
  route({
    method: "PUT",
    path: "/milestones/{milestoneId}/roles",
    id: "giveMilestoneRoles",
    tag,
    summary: "Say who does what, in one sentence each",
    params: One,
    body: z.strictObject({
      roles: Parts,
      /** Who had which role when you looked; 409 when that has changed. */
      expected: z
        .array(z.strictObject({ personId: uuid(), role: MilestoneRole }))
        .max(60)
        .optional(),
    }),
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { project, milestone }) => {
      await giveRoles(scope, milestone, body.roles, body.expected);
      return milestonePage(scope, project, milestone.id);
    },
  }),
  route({
    method: "PUT",
    path: "/milestones/{milestoneId}/receipt",
    id: "answerMilestonePart",
    tag,
    summary: "Say that your part is clear, or ask",
    params: One,
    body: Receipt,
    response: MilestonePage,
    policy: {
      action: "project.read",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: async (scope, { body }, { project, milestone }) => {
      await answerPart(scope, milestone, { question: "", ...body });
      return milestonePage(scope, project, milestone.id);
    },
  }),
  route({
    method: "PUT",
    path: "/milestones/{milestoneId}/objectives",
    id: "linkMilestoneObjectives",
    tag,
    summary: "Say which objectives a milestone serves",
    params: One,
    body: z.strictObject({
      objectiveIds: z.array(uuid()).max(50),
      expected: z.array(uuid()).max(50).optional(),
    }),
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { project, milestone }) => {
      await serveObjectives(scope, milestone, body.objectiveIds, body.expected);
      return milestonePage(scope, project, milestone.id);
    },
  }),
];
