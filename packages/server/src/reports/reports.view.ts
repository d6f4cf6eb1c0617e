import { z } from "zod";

const day = z.iso.date();

export const Report = z
  .object({
    id: z.string(),
    projectId: z.string(),
    n: z.int(),
    onDate: day,
    /** The publication that it was made from. */
    publication: z.int(),
    /** Who made it; null where the schedule did. */
    by: z.object({ id: z.string(), name: z.string() }).nullable(),
    at: z.iso.datetime(),
    hash: z.string(),
    /** To whom it was mailed, and what became of that. */
    readers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        mail: z.enum(["waiting", "sent", "failed", "outbox", "refused"]),
      }),
    ),
  })
  .meta({ id: "Report" });

const Section = z.object({ heading: z.string(), lines: z.array(z.string()) });

const RoadRow = z.object({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  isReached: z.boolean(),
  baseline: z.string(),
  date: z.string(),
  expected: z.string(),
});

/** What a report that is made now says, word by word, in one language. */
export const ReportPreview = z
  .object({
    language: z.enum(["en", "de"]),
    /** Null before anything was published. */
    text: z
      .object({
        title: z.string(),
        dated: z.string(),
        age: z.string(),
        state: z.string(),
        headline: z.string(),
        standing: z.string(),
        road: z.object({
          heading: z.string(),
          head: z.object({ baseline: z.string().nullable(), expected: z.string().nullable() }),
          rows: z.array(RoadRow),
          more: z.string(),
        }),
        sections: z.array(Section),
        table: z.object({
          heading: z.string(),
          head: z.array(z.string()),
          rows: z.array(z.array(z.string())),
        }),
      })
      .nullable(),
  })
  .meta({ id: "ReportPreview" });

const ReportSchedule = z
  .object({
    dayOfMonth: z.int(),
    /** Minutes of the day, in the workspace's zone. */
    atMinutes: z.int(),
    personIds: z.array(z.string()),
    /** When the next one is made, as long as the project goes on. */
    nextAt: z.iso.datetime(),
    revision: z.int(),
  })
  .meta({ id: "ReportSchedule" });

export const ReportState = z
  .object({
    /** What it would be made from; null before the first publication is over its two minutes. */
    publication: z.object({ n: z.int(), on: day, days: z.int(), isOld: z.boolean() }).nullable(),
    contacts: z.array(
      z.object({ id: z.string(), name: z.string(), role: z.string(), language: z.enum(["en", "de"]) }),
    ),
    /** Null while none is made by itself. */
    schedule: ReportSchedule.nullable(),
    /** Why the schedule makes none at the moment. */
    resting: z.enum(["paused", "archived", "completed"]).nullable(),
    zone: z.string(),
  })
  .meta({ id: "ReportState" });

export type ReportView = z.input<typeof Report>;
export type ReportStateView = z.input<typeof ReportState>;
