import { z } from "zod";
import { Baseline } from "./baseline.view.ts";

/** On the plan's own time axis, in working days. */
const EarnedSchedule = z.object({
  plannedDuration: z.number(),
  actualTime: z.number(),
  earned: z.number(),
  variance: z.number(),
  index: z.number().nullable(),
  duration: z.number().nullable(),
  toComplete: z.number().nullable(),
});

/** Amounts in minutes of effort, or in the smallest unit of the project's currency. */
const EarnedValueFigures = z
  .object({
    budget: z.int(),
    planned: z.int(),
    earned: z.int(),
    /** Null by price: nobody says what was spent. */
    spent: z.int().nullable(),
    scheduleVariance: z.int(),
    scheduleIndex: z.number().nullable(),
    costVariance: z.int().nullable(),
    costIndex: z.number().nullable(),
    estimateAtCompletion: z.int().nullable(),
    toCompleteIndex: z.number().nullable(),
    schedule: EarnedSchedule,
    /** Of the milestones that decide the end alone; null where none of them is open. */
    longestPath: EarnedSchedule.nullable(),
    adherence: z.number().nullable(),
  })
  .meta({ id: "EarnedValueFigures" });

const WorkDonePoint = z.object({
  on: z.string(),
  planned: z.int(),
  /** Null for days to come. */
  earned: z.int().nullable(),
  spent: z.int().nullable(),
});

const WorkDoneMeasured = z.object({
  now: EarnedValueFigures,
  points: z.array(WorkDonePoint),
  startOn: z.string(),
  plannedEndOn: z.string(),
  /** By the end of which day as much was planned as is done now; null before anything is. */
  earnedAsOfOn: z.string().nullable(),
  /** At the pace so far; null where that says nothing yet, or all is done. */
  expectedEndOn: z.string().nullable(),
  /** Milestones that count, and those that are not in the version or are worth nothing. */
  counted: z.int(),
  leftOut: z.int(),
});

export const WorkDone = z
  .object({
    today: z.string(),
    by: z.enum(["effort", "price"]),
    /** The version that is measured against; null while none was kept. */
    baseline: Baseline.nullable(),
    baselines: z.array(Baseline),
    currency: z.string(),
    /** Whether milestones of the version have prices that this person may see. */
    priced: z.boolean(),
    /** Finished cards that count, and how many of them show how long they took; 0 by price, where nobody asks. */
    finishedCards: z.int(),
    timedCards: z.int(),
    measured: WorkDoneMeasured.nullable(),
  })
  .meta({ id: "WorkDone" });

export type WorkDoneView = z.infer<typeof WorkDone>;
