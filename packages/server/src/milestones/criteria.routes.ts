import { z } from "zod";
import { route } from "../access/route.ts";
import { text, title, uuid } from "../kit/fields.ts";
import {
  addCriterion,
  answer,
  changeCriterion,
  dropCriterion,
  restoreCriterion,
  visibleCriterion,
} from "./criteria.ts";
import { visibleMilestone } from "./milestone-access.ts";
import { milestonePage } from "./milestone-presenter.ts";
import { MilestonePage } from "./milestones.view.ts";

const One = z.strictObject({ criterionId: uuid() });
const tag = "Milestones";
const Answer = z.enum(["met", "not_met"]).nullable();

export const criterionRoutes = [
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/criteria",
    id: "addCriterion",
    tag,
    summary: "Add a done-when criterion",
    params: z.strictObject({ milestoneId: uuid() }),
    body: z.strictObject({ text: title(500), after: uuid().nullable().optional() }),
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { project, milestone }) => {
      await addCriterion(scope, milestone, body);
      return milestonePage(scope, project, milestone.id);
    },
  }),
  route({
    method: "PATCH",
    path: "/criteria/{criterionId}",
    id: "changeCriterion",
    tag,
    summary: "Reword a criterion or put it behind another; new words clear its answer",
    params: One,
    body: z.strictObject({ text: title(500).optional(), after: uuid().nullable().optional() }),
    response: MilestonePage,
    ifMatch: true,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleCriterion(scope, params.criterionId) },
    handle: async (scope, { body, revision }, access) => {
      await changeCriterion(scope, access, revision, body);
      return milestonePage(scope, access.project, access.milestone.id);
    },
  }),
  route({
    method: "DELETE",
    path: "/criteria/{criterionId}",
    id: "removeCriterion",
    tag,
    summary: "Take a criterion away",
    params: One,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleCriterion(scope, params.criterionId) },
    handle: (scope, _input, access) => dropCriterion(scope, access),
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/criteria/restore",
    id: "restoreCriterion",
    tag,
    summary: "Put a criterion back that was taken away, with its answer",
    status: 200,
    params: z.strictObject({ milestoneId: uuid() }),
    body: z.strictObject({ criterionId: uuid() }),
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { project, milestone }) => {
      await restoreCriterion(scope, milestone, body.criterionId);
      return milestonePage(scope, project, milestone.id);
    },
  }),
  route({
    method: "POST",
    path: "/criteria/{criterionId}/answer",
    id: "answerCriterion",
    tag,
    summary: "Say whether a criterion is met; `expected` is the answer you saw",
    status: 200,
    params: One,
    body: z.strictObject({ answer: Answer, expected: Answer, evidence: text(5_000).optional() }),
    response: MilestonePage,
    policy: { action: "plan.work", load: (scope, { params }) => visibleCriterion(scope, params.criterionId) },
    handle: async (scope, { body }, access) => {
      await answer(scope, access, body);
      return milestonePage(scope, access.project, access.milestone.id);
    },
  }),
];
