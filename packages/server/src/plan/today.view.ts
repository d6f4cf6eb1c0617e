import { z } from "zod";
import { HealthWord } from "./plan.view.ts";

const TodayReason = z
  .object({
    code: z.enum([
      "overdue",
      "due_today",
      "due_soon",
      "doing",
      "blocked",
      "no_milestone",
      "waits",
      "moves_date",
      "milestone_late",
      "next_target",
    ]),
    days: z.number().optional(),
    on: z.string().optional(),
  })
  .meta({ id: "TodayReason" });

export const TodayCard = z
  .object({
    id: z.string(),
    ref: z.string(),
    title: z.string(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    milestone: z
      .object({
        id: z.string(),
        ref: z.string(),
        title: z.string(),
        targetOn: z.string().nullable(),
        health: HealthWord.nullable(),
        below: HealthWord.nullable(),
      })
      .nullable(),
    dueOn: z.string().nullable(),
    low: z.int().nullable(),
    likely: z.int().nullable(),
    high: z.int().nullable(),
    doing: z.boolean(),
    columnId: z.string(),
    /** Where it goes when it is done; null on a board without such a column. */
    doneColumnId: z.string().nullable(),
    reason: TodayReason,
    blockedReason: z.string().nullable(),
    /** What is open and comes first; a guest is not told. */
    waitsFor: z.array(z.object({ ref: z.string(), title: z.string() })),
  })
  .meta({ id: "TodayCard" });

const TodayWish = z
  .object({
    id: z.string(),
    title: z.string(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    askedBy: z.string().nullable(),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: "TodayWish" });

const TodayItem = z
  .object({
    id: z.string(),
    text: z.string(),
    dueOn: z.string(),
    card: z.object({ ref: z.string(), title: z.string() }),
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
  })
  .meta({ id: "TodayItem" });

export const Today = z
  .object({
    today: z.string(),
    /** What clients wait for an answer to, of whoever leads the project. */
    wishes: z.array(TodayWish),
    /** Lines of checklists that are given to somebody and due within a day, or late. */
    items: z.array(TodayItem),
    due: z.array(TodayCard),
    next: z.array(TodayCard),
    waiting: z.array(TodayCard),
    /** The next milestone of somebody's projects, for a day on which nothing presses. */
    nextMilestone: z
      .object({ ref: z.string(), title: z.string(), targetOn: z.string(), project: z.string() })
      .nullable(),
  })
  .meta({ id: "Today" });

export type TodayView = z.infer<typeof Today>;
export type TodayCardView = z.infer<typeof TodayCard>;
