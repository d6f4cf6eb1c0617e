import { z } from "zod";
import { route } from "../access/route.ts";
import { OPEN_CARD_PLACES } from "../board/open-cards.ts";
import { line, uuid } from "../kit/fields.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { milestonePage } from "../milestones/milestone-presenter.ts";
import { MilestonePage, MilestoneState } from "../milestones/milestones.view.ts";
import { moveMilestone } from "./milestone-moves.ts";

const Place = z.union([z.enum(OPEN_CARD_PLACES), uuid()]);

export const milestoneMoveRoutes = [
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/moves",
    id: "moveMilestone",
    tag: "Milestones",
    summary:
      "Take a milestone one step on; a refusal names all that is missing. A date that will hardly be met is agreed to with a reason",
    status: 200,
    params: z.strictObject({ milestoneId: uuid() }),
    body: z.strictObject({
      to: MilestoneState,
      expected: MilestoneState,
      reason: line(1_000).optional(),
      openCards: z
        .strictObject({
          to: Place,
          except: z
            .array(z.strictObject({ cardId: uuid(), to: Place }))
            .max(1_000)
            .optional(),
        })
        .optional(),
    }),
    response: MilestonePage,
    policy: { action: "plan.work", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, access) => {
      await moveMilestone(scope, access, body);
      return milestonePage(scope, access.project, access.milestone.id);
    },
  }),
];
