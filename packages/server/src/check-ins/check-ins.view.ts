import { z } from "zod";
import { text, title, uuid } from "../kit/fields.ts";
import { DAYS_MISSING, daysFit, rhythm } from "../projects/rhythm.view.ts";

const LONGEST = 20_000;

export const CheckInWish = z
  .strictObject({
    question: title(),
    /** On the clock of whoever is asked. */
    ...rhythm,
    personIds: z.array(uuid()).max(200),
    paused: z.boolean(),
    /** What was seen; null where there was none. */
    revision: z.int().nullable(),
  })
  .refine(daysFit, DAYS_MISSING);

const OwnRhythm = z.strictObject(rhythm).refine(daysFit, DAYS_MISSING);

export const OwnSchedule = z.strictObject({
  /** Null follows the project. */
  own: OwnRhythm.nullable(),
  paused: z.boolean(),
});

export const AnswerWish = z.strictObject({ body: text(LONGEST) });

export const Asked = z
  .object({
    personId: z.string(),
    name: z.string(),
    zone: z.string(),
    own: z.object(rhythm).nullable(),
    paused: z.boolean(),
    /** When this person is asked next; null while nothing comes. */
    next: z.object({ on: z.string(), at: z.iso.datetime() }).nullable(),
  })
  .meta({ id: "CheckInPerson" });

export const CheckIn = z
  .object({
    id: z.string(),
    question: z.string(),
    ...rhythm,
    paused: z.boolean(),
    setBy: z.string().nullable(),
    revision: z.int(),
    people: z.array(Asked),
  })
  .meta({ id: "CheckIn" });

export const ProjectCheckIn = z
  .object({
    /** Null as long as nobody has set one up. */
    checkIn: CheckIn.nullable(),
    /** Who can be asked. */
    team: z.array(z.object({ id: z.string(), name: z.string() })),
    maySetUp: z.boolean(),
  })
  .meta({ id: "ProjectCheckIn" });

export const Answer = z
  .object({
    id: z.string(),
    personId: z.string(),
    personName: z.string(),
    on: z.string(),
    /** As it was asked then. */
    question: z.string(),
    /** Empty as long as nothing was said. */
    body: z.string(),
    answeredAt: z.iso.datetime().nullable(),
    revision: z.int(),
  })
  .meta({ id: "CheckInAnswer" });

export type CheckInWish = z.infer<typeof CheckInWish>;
export type OwnSchedule = z.infer<typeof OwnSchedule>;
export type AskedView = z.infer<typeof Asked>;
export type CheckInView = z.infer<typeof CheckIn>;
export type AnswerView = z.infer<typeof Answer>;
