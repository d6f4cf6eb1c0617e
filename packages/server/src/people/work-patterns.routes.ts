import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, uuid } from "../kit/fields.ts";
import { member } from "./members.ts";
import { Week } from "./week.ts";
import { addWorkPattern, removeWorkPattern, workPattern } from "./work-patterns.ts";
import { WorkPattern } from "./work-patterns.view.ts";

export const workPatternRoutes = [
  route({
    method: "POST",
    path: "/work-patterns",
    id: "addWorkPattern",
    tag: "Calendar",
    summary: "Say which week a person works from a date on",
    body: z.strictObject({
      personId: uuid().optional(),
      week: Week,
      fromOn: civilDate(),
      toOn: civilDate().nullable().default(null),
    }),
    response: WorkPattern,
    policy: {
      action: "availability.edit",
      load: async (scope, { body }) => {
        const personId = body.personId ?? scope.actor.personId;
        await member(scope, personId);
        return { personId };
      },
    },
    handle: (scope, { body }, { personId }) => addWorkPattern(scope, { ...body, personId }),
  }),
  route({
    method: "DELETE",
    path: "/work-patterns/{workPatternId}",
    id: "removeWorkPattern",
    tag: "Calendar",
    summary: "Take a week back that holds from a date on",
    params: z.strictObject({ workPatternId: uuid() }),
    policy: {
      action: "availability.edit",
      load: (scope, { params }) => workPattern(scope, params.workPatternId),
    },
    handle: (scope, _input, pattern) => removeWorkPattern(scope, pattern),
  }),
];
