import { z } from "zod";

export const TimeEntry = z
  .object({
    id: z.string(),
    cardId: z.string(),
    /** Null when this person does not see the card any more: their time stays, its title does not. */
    card: z.object({ id: z.string(), ref: z.string(), title: z.string() }).nullable(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullable(),
    personId: z.string(),
    onDate: z.string(),
    minutes: z.int(),
    note: z.string(),
    revision: z.int(),
  })
  .meta({ id: "TimeEntry" });

export type TimeEntryView = z.infer<typeof TimeEntry>;

export const RunningTimer = z
  .object({
    card: z.object({ id: z.string(), ref: z.string(), title: z.string() }),
    startedAt: z.iso.datetime(),
  })
  .meta({ id: "RunningTimer" });

export const StoppedTimer = z
  .object({
    /** What takes the stop back; null when no clock ran. */
    stopId: z.string().nullable(),
    items: z.array(TimeEntry),
  })
  .meta({ id: "StoppedTimer" });

export const StartedTimer = RunningTimer.extend({
  /** The clock that ran before on another card. */
  stopped: StoppedTimer.nullable(),
}).meta({ id: "StartedTimer" });

export const TimeSheet = z
  .object({
    from: z.string(),
    to: z.string(),
    items: z.array(TimeEntry),
    /** The Mondays of weeks in which nothing changes any more. */
    locked: z.array(z.string()),
    mayLock: z.boolean(),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: "TimeSheet" });

export const CardTime = z
  .object({
    minutes: z.int(),
    entries: z.array(
      TimeEntry.pick({
        id: true,
        personId: true,
        onDate: true,
        minutes: true,
        note: true,
        revision: true,
      }).extend({
        locked: z.boolean(),
      }),
    ),
    /** Who is at it now. */
    running: z.array(z.object({ personId: z.string(), startedAt: z.iso.datetime() })),
  })
  .meta({ id: "CardTime" });
