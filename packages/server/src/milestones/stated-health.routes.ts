import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, title, uuid } from "../kit/fields.ts";
import { visibleMilestone } from "./milestone-access.ts";
import { endStatedHealth, stateHealth } from "./stated-health.ts";
import { StatedHealth, StatedWord } from "./stated-health.view.ts";

const One = z.strictObject({ milestoneId: uuid() });
const tag = "Milestones";

export const statedHealthRoutes = [
  route({
    method: "PUT",
    path: "/milestones/{milestoneId}/stated-health",
    id: "stateHealth",
    tag,
    summary: "Say another word of health beside the computed one, with a reason and until a day",
    params: One,
    body: z.strictObject({ word: StatedWord, reason: title(300), untilOn: civilDate() }),
    response: StatedHealth,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: (scope, { body }, { milestone }) => stateHealth(scope, milestone, body),
  }),
  route({
    method: "DELETE",
    path: "/milestones/{milestoneId}/stated-health",
    id: "endStatedHealth",
    tag,
    summary: "Let the computed word of health stand alone again",
    params: One,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: (scope, _input, { milestone }) => endStatedHealth(scope, milestone),
  }),
];
