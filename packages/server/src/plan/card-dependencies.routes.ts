import { z } from "zod";
import { can } from "../access/policy.ts";
import type { PolicyObject } from "../access/roles.ts";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { notFound, refused } from "../kit/errors.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { addDependency, dropDependency, visibleDependency } from "./dependencies.ts";
import { Dependency } from "./plan.view.ts";

const tag = "Plan";

export const cardDependencyRoutes = [
  route({
    method: "POST",
    path: "/cards/{cardId}/dependencies",
    id: "addCardDependency",
    tag,
    summary:
      "Let the card begin after another card or a milestone is finished, or that after it; a circle is refused by name",
    params: z.strictObject({ cardId: uuid() }),
    body: z.strictObject({
      way: z.enum(["waitsFor", "holdsUp"]),
      other: z.strictObject({ kind: z.enum(["card", "milestone"]), id: uuid() }),
    }),
    response: Dependency,
    policy: { action: "plan.work", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, { body: { way, other } }, { card, ...access }) => {
      if (way === "holdsUp" && other.kind === "milestone") needPlanner(scope, access);
      const { project } = await visibleProject(scope, card.projectId);
      const self = { kind: "card" as const, id: card.id };
      const [from, to] = way === "waitsFor" ? [other, self] : [self, other];
      return addDependency(scope, project, { from, to, kind: "FS", lagDays: 0 });
    },
  }),
  route({
    method: "DELETE",
    path: "/cards/{cardId}/dependencies/{dependencyId}",
    id: "removeCardDependency",
    tag,
    summary: "Take one of the card's dependencies away",
    params: z.strictObject({ cardId: uuid(), dependencyId: uuid() }),
    policy: {
      action: "plan.work",
      load: (scope, { params }) => ofCard(scope, params.cardId, params.dependencyId),
    },
    handle: (scope, _input, { dependency, ...access }) => {
      const { kind, lagDays, toMilestoneId } = dependency;
      if (kind !== "FS" || lagDays !== 0 || toMilestoneId !== null) needPlanner(scope, access);
      return dropDependency(scope, dependency);
    },
  }),
];

/** What a milestone waits for, and waits of another kind, are the plan's. */
function needPlanner({ actor }: Scope, access: PolicyObject): void {
  if (!can(actor, "plan.edit", access))
    throw refused("plan-decides", "Only who plans this project changes what its milestones wait for.");
}

/** One of the card's own; 404 for all others. */
async function ofCard(scope: Scope, cardId: string, dependencyId: string) {
  const access = await visibleCard(scope, cardId);
  const { dependency } = await visibleDependency(scope, dependencyId);
  if (dependency.fromCardId !== cardId && dependency.toCardId !== cardId) throw notFound();
  return { ...access, dependency };
}
