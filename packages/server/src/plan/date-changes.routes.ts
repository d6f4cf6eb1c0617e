import { z } from "zod";
import { can } from "../access/policy.ts";
import { route } from "../access/route.ts";
import { civilDate, line, uuid } from "../kit/fields.ts";
import { ReasonCode } from "../milestones/adjustments.view.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { computeBack } from "./computed-back.ts";
import { changeDates, undoDates } from "./date-changes.ts";
import { DateChange, DatePreview } from "./date-changes.view.ts";
import { cascadeOf, presentPreview } from "./date-preview.ts";
import { changeDatesTogether } from "./dates-together.ts";
import { readPlan } from "./read-plan.ts";

const One = z.strictObject({ milestoneId: uuid() });
const tag = "Plan";
const date = () => civilDate().nullable();
/** The dates that the person saw. */
const Seen = z.strictObject({ startOn: date(), targetOn: date() });
const Wanted = z.strictObject({ startOn: date().optional(), targetOn: date().optional() });

export const dateChangeRoutes = [
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/date-preview",
    id: "previewDates",
    tag,
    summary: "What other dates would move, which cards fall out and who is touched; changes nothing",
    status: 200,
    params: One,
    body: Wanted,
    response: DatePreview,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { project, milestone }) => {
      const whole = await readPlan(scope, project.id);
      return presentPreview(
        whole,
        cascadeOf(whole.plan, { ...body, milestoneId: milestone.id }),
        can(scope.actor, "money.read", { project }),
      );
    },
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/date-change",
    id: "changeDates",
    tag,
    summary: "Move a milestone and what follows it, in one change that can be undone",
    status: 200,
    params: One,
    body: Wanted.extend({
      expected: Seen,
      cascade: z.literal(true).optional(),
      reason: line(1_000).optional(),
      reasonCode: ReasonCode.optional(),
    }),
    response: DateChange,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: (scope, { body }, { milestone }) => changeDates(scope, milestone, body),
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/computed-back",
    id: "computeBack",
    tag,
    summary:
      "Move a milestone onto a day from outside, and all that leads there to the latest dates that hold it",
    status: 200,
    params: One,
    body: z.strictObject({
      on: civilDate(),
      /** What the person saw: refused when the plan would move otherwise by now. */
      moves: z
        .array(z.strictObject({ milestoneId: uuid(), startOn: date(), targetOn: date() }))
        .max(500)
        .optional(),
      reason: line(1_000).optional(),
    }),
    response: DateChange,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: (scope, { body }, { milestone }) => computeBack(scope, milestone, body),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/date-changes",
    id: "changeDatesTogether",
    tag,
    summary: "Give several milestones new dates, in one change that can be undone; nothing else moves along",
    status: 200,
    params: z.strictObject({ projectId: uuid() }),
    body: z.strictObject({
      dates: z
        .array(z.strictObject({ milestoneId: uuid(), startOn: date(), targetOn: date(), expected: Seen }))
        .min(1)
        .max(500),
      reason: line(1_000).optional(),
    }),
    response: DateChange,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => changeDatesTogether(scope, project.id, body),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/date-changes/undo",
    id: "undoDates",
    tag,
    summary: "Put a change of dates back, unless something has moved again since",
    status: 200,
    params: z.strictObject({ projectId: uuid() }),
    body: z.strictObject({ eventId: uuid() }),
    response: DateChange,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => undoDates(scope, project.id, body.eventId),
  }),
];
