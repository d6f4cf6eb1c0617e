import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate, line, title, uuid } from "../kit/fields.ts";
import { member } from "../people/members.ts";
import { addAllocation, allocation, allocations, removeAllocation } from "./allocations.ts";
import { Allocation } from "./allocations.view.ts";

const tag = "Calendar";

const Allocations = z
  .object({
    items: z.array(Allocation),
    /** Days on which more than all of the person's time is given away. */
    over: z.array(z.object({ fromOn: z.string(), toOn: z.string().nullable(), percent: z.int() })),
  })
  .meta({ id: "Allocations" });

export const allocationRoutes = [
  route({
    method: "GET",
    path: "/availability/{personId}/allocations",
    id: "listAllocations",
    tag,
    summary: "Which part of a person's time belongs where",
    params: z.strictObject({ personId: uuid() }),
    response: Allocations,
    policy: { action: "availability.read", load: (scope, { params }) => person(scope, params.personId) },
    handle: (scope, { params }) => allocations(scope, params.personId),
  }),
  route({
    method: "POST",
    path: "/allocations",
    id: "addAllocation",
    tag,
    summary: "Give a part of a person's time to a project, or to something outside",
    body: z.strictObject({
      personId: uuid().optional(),
      percent: z.int().min(1).max(100),
      projectId: uuid().nullable().default(null),
      fromOn: civilDate().optional(),
      toOn: civilDate().nullable().default(null),
      label: title(120).default("Elsewhere"),
      detail: line(500).default(""),
    }),
    response: Allocations,
    policy: {
      action: "availability.edit",
      load: (scope, { body }) => person(scope, body.personId ?? scope.actor.personId),
    },
    handle: async (scope, { body }, { personId }) => {
      await addAllocation(scope, { ...body, personId });
      return allocations(scope, personId);
    },
  }),
  route({
    method: "DELETE",
    path: "/allocations/{allocationId}",
    id: "removeAllocation",
    tag,
    summary: "Take an allocation back",
    params: z.strictObject({ allocationId: uuid() }),
    policy: {
      action: "availability.edit",
      load: (scope, { params }) => allocation(scope, params.allocationId),
    },
    handle: (scope, _input, row) => removeAllocation(scope, row),
  }),
];

async function person(scope: Scope, personId: string): Promise<{ personId: string }> {
  await member(scope, personId);
  return { personId };
}
