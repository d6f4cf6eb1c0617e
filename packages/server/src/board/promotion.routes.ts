import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { milestonePage } from "../milestones/milestone-presenter.ts";
import { MilestonePage } from "../milestones/milestones.view.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleCard } from "./card-access.store.ts";
import { Card, presentCard } from "./cards.view.ts";
import { moveOpenCards, OPEN_CARD_PLACES } from "./open-cards.ts";
import { demoteMilestone, promoteCard } from "./promotion.ts";

const MilestoneParams = z.strictObject({ milestoneId: uuid() });

export const promotionRoutes = [
  route({
    method: "POST",
    path: "/cards/{cardId}/promote",
    id: "promoteCard",
    tag: "Board",
    summary: "Make a milestone of a card; its talk, files and people go along",
    params: z.strictObject({ cardId: uuid() }),
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleCard(scope, params.cardId) },
    handle: async (scope, _input, { card }) => {
      const { project } = await visibleProject(scope, card.projectId);
      return milestonePage(scope, project, await promoteCard(scope, card));
    },
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/demote",
    id: "demoteMilestone",
    tag: "Board",
    summary: "Make a card of a milestone that holds no cards; its talk, files and people go along",
    params: MilestoneParams,
    body: z.strictObject({ columnId: uuid().optional() }),
    response: Card,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, access) =>
      presentCard(access.project.key, await demoteMilestone(scope, access, body.columnId)),
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/open-cards",
    id: "moveOpenCards",
    tag: "Board",
    status: 200,
    summary: "All open cards of a milestone to another one, to the Later list, the archive or what is done",
    params: MilestoneParams,
    body: z.strictObject({ to: z.union([z.enum(OPEN_CARD_PLACES), uuid()]) }),
    response: z.object({ moved: z.array(z.string()) }),
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { milestone }) => ({
      moved: await moveOpenCards(scope, milestone, body),
    }),
  }),
];
