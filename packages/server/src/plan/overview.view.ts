import { z } from "zod";
import { Counters } from "./care.view.ts";
import { PlanObjective, PlanProject } from "./plan.view.ts";
import { KeptDates, RoadMilestone } from "./portfolio.view.ts";
import { ReviewStanding } from "./review-standing.view.ts";

export const Overview = z
  .object({
    project: PlanProject,
    today: z.string(),
    /** Where links and estimates lead; no forecast. */
    finishOn: z.string().nullable(),
    milestones: z.array(RoadMilestone),
    next: RoadMilestone.nullable(),
    reached: z.object({ reached: z.int(), count: z.int() }),
    /** Reached on the agreed date, of those that had one; null while no version of the plan was kept. */
    kept: KeptDates.nullable(),
    objectives: z.array(PlanObjective),
    /** Null while nobody has said when it is reviewed. */
    review: ReviewStanding.nullable(),
    counters: Counters,
    /** Milestones that have waited for the client: working days with the team and with the client. */
    desks: z.array(
      z.object({
        id: z.string(),
        ref: z.string(),
        title: z.string(),
        teamDays: z.int().nullable(),
        clientDays: z.int(),
      }),
    ),
    openCards: z.int(),
    findings: z.object({ error: z.int(), warn: z.int(), info: z.int() }),
    /** Open risks, by effect. */
    openRisks: z.int(),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        projectRole: z.string().nullable(),
        openCards: z.int(),
        milestones: z.int(),
      }),
    ),
    fixedDates: z.array(
      z.object({ id: z.string(), title: z.string(), onDate: z.string(), revision: z.int() }),
    ),
    /** In the smallest unit of the currency; null for those who may not see money. */
    money: z.object({ currency: z.string(), planned: z.int(), reached: z.int() }).nullable(),
  })
  .meta({ id: "Overview" });

export type OverviewView = z.infer<typeof Overview>;
