import { z } from "zod";
import { MilestoneState } from "../milestones/milestones.view.ts";
import { StatedHealth } from "../milestones/stated-health.view.ts";
import { Counters } from "./care.view.ts";
import { EarlyWarning } from "./early-warnings.view.ts";
import { ForecastDates, HealthReason, HealthWord, Progress } from "./plan.view.ts";

const Named = z.object({ id: z.string(), name: z.string() });

/** A milestone as the road strip shows it. */
export const RoadMilestone = z
  .object({
    id: z.string(),
    ref: z.string(),
    number: z.int(),
    title: z.string(),
    phase: z.boolean(),
    parentId: z.string().nullable(),
    startOn: z.string().nullable(),
    targetOn: z.string().nullable(),
    reachedOn: z.string().nullable(),
    state: MilestoneState,
    ownerId: z.string().nullable(),
    health: HealthWord.nullable(),
    /** Under *waiting for client*: the word that holds apart from the waiting. */
    below: HealthWord.nullable(),
    /** Null where nothing can be said, and when it is reached or dropped. */
    forecast: ForecastDates.nullable(),
    progress: Progress,
  })
  .meta({ id: "RoadMilestone" });

const ProjectHealth = z
  .object({
    word: HealthWord,
    below: HealthWord.nullable(),
    milestoneId: z.string().nullable(),
    reasons: z.array(HealthReason),
    /** What somebody says of that milestone beside it. */
    stated: StatedHealth.nullable(),
  })
  .meta({ id: "ProjectHealth" });

/** Against the plan's first version; days are working days, later is positive. */
const ProjectSlip = z
  .object({
    /** The number of that version, and the day on which it was kept. */
    n: z.int(),
    takenOn: z.string(),
    /** The milestone that the plan ends with, among those that stand in the version. */
    milestoneId: z.string(),
    days: z.int(),
    /** Open milestones that are later than they were. */
    later: z.int(),
    /** By how much the end was later at the end of each of the last weeks, oldest first; the last one is today. */
    weeks: z.array(z.object({ on: z.string(), days: z.int() })),
  })
  .meta({ id: "ProjectSlip" });

export const KeptDates = z.object({ kept: z.int(), of: z.int() }).meta({ id: "KeptDates" });

export const PortfolioProject = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    client: Named.nullable(),
    lead: Named.nullable(),
    state: z.string(),
    pausedAt: z.iso.datetime().nullable(),
    startOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    health: ProjectHealth,
    progress: Progress,
    /** Milestones: reached of all. */
    reached: z.object({ reached: z.int(), count: z.int() }),
    /** Reached on the agreed date, of those that had one; null while no version of the plan was kept. */
    kept: KeptDates.nullable(),
    milestones: z.array(RoadMilestone),
    next: RoadMilestone.nullable(),
    /** Null while no version of the plan was kept. */
    slip: ProjectSlip.nullable(),
    counters: Counters,
    openCards: z.int(),
    warnings: z.object({ count: z.int(), strongest: z.array(EarlyWarning) }),
    /** Approvals that are on the client's desk. */
    decisionsWaiting: z.int(),
    /** Days without a review, where that is too long. */
    silentDays: z.int().nullable(),
    /** This one could not be counted; all its figures are empty. */
    failed: z.boolean(),
    /** May plan here, remind clients and hold reviews. */
    manages: z.boolean(),
    /** Dates from outside, such as a fair. */
    fixedDates: z.array(z.object({ id: z.string(), title: z.string(), onDate: z.string() })),
  })
  .meta({ id: "PortfolioProject" });

export const Portfolio = z
  .object({
    today: z.string(),
    projects: z.array(PortfolioProject),
    totals: z.object({
      projects: z.int(),
      /** Neither paused nor completed. */
      live: z.int(),
      silent: z.int(),
      decisionsWaiting: z.int(),
      openCards: z.int(),
      counters: Counters,
      health: z.record(HealthWord, z.int()),
    }),
  })
  .meta({ id: "Portfolio" });

export type PortfolioView = z.infer<typeof Portfolio>;
export type PortfolioProjectView = z.infer<typeof PortfolioProject>;
export type ProjectSlipView = z.infer<typeof ProjectSlip>;
export type RoadMilestoneView = z.infer<typeof RoadMilestone>;
