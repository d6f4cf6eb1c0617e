import type { CareCounter } from "@milepost/planning";
import { z } from "zod";

/** The counters as the API names them, each with the list that planning keeps for it. */
export const COUNTERS = {
  overdue: "overdue",
  dueThisWeek: "due_this_week",
  withoutOwner: "without_owner",
  withoutDate: "without_date",
  withoutMilestone: "without_milestone",
  milestoneWithoutCards: "without_cards",
  blocked: "blocked",
  untouched: "untouched",
} as const satisfies Record<string, CareCounter>;

export type CounterName = keyof typeof COUNTERS;

export const CounterName = z.enum([
  "overdue",
  "dueThisWeek",
  "withoutOwner",
  "withoutDate",
  "withoutMilestone",
  "milestoneWithoutCards",
  "blocked",
  "untouched",
]);

export const Counters = z
  .object({
    overdue: z.int(),
    dueThisWeek: z.int(),
    withoutOwner: z.int(),
    withoutDate: z.int(),
    withoutMilestone: z.int(),
    milestoneWithoutCards: z.int(),
    blocked: z.int(),
    untouched: z.int(),
  })
  .meta({ id: "Counters" });

export type CountersView = z.infer<typeof Counters>;

export const CareItem = z
  .object({
    kind: z.enum(["card", "milestone"]),
    id: z.string(),
    ref: z.string(),
    title: z.string(),
    /** Its own date; a card without one goes by its milestone's target. */
    dueOn: z.string().nullable(),
    milestoneId: z.string().nullable(),
    people: z.array(z.string()),
    blocked: z.boolean(),
    touchedOn: z.string().nullable(),
  })
  .meta({ id: "CareItem" });

export type CareItemView = z.infer<typeof CareItem>;

/** Counts per counter from whatever planning counted. */
export function presentCounters(count: (counter: CareCounter) => number): CountersView {
  return {
    overdue: count(COUNTERS.overdue),
    dueThisWeek: count(COUNTERS.dueThisWeek),
    withoutOwner: count(COUNTERS.withoutOwner),
    withoutDate: count(COUNTERS.withoutDate),
    withoutMilestone: count(COUNTERS.withoutMilestone),
    milestoneWithoutCards: count(COUNTERS.milestoneWithoutCards),
    blocked: count(COUNTERS.blocked),
    untouched: count(COUNTERS.untouched),
  };
}
