import { z } from "zod";
import { LIMITS, line, minutes, text, title, uuid, webAddress } from "../kit/fields.ts";
import { LONGEST_VALUE } from "./card-values.ts";

/** From the first to the last day that there is. */
const MOST_DAYS = 110_000;
/** No card that there may be has more of anything; imports bring far more than people write. */
const MANY = 10_000;

const dueIn = () => z.int().min(0).max(MOST_DAYS).nullable();
const many = <T extends z.ZodType>(one: T) => z.array(one).max(MANY).default([]);

/** What a card is made from: a template, a copy, or what recurs. Due dates are working days from the day it is made. */
export const CardContent = z
  .strictObject({
    title: title(),
    body: text().default(""),
    checklist: many(
      z.strictObject({
        heading: line(LIMITS.title).default(""),
        text: title(LIMITS.line),
        personId: uuid().nullable().default(null),
        dueInDays: dueIn().default(null),
      }),
    ),
    labels: many(uuid()),
    people: many(uuid()),
    milestoneId: uuid().nullable().default(null),
    priority: z.int().min(0).max(3).default(0),
    low: minutes().nullable().default(null),
    likely: minutes().nullable().default(null),
    high: minutes().nullable().default(null),
    dueInDays: dueIn().default(null),
    values: many(z.strictObject({ fieldId: uuid(), value: text(LONGEST_VALUE).min(1) })),
    links: many(z.strictObject({ title: title(LIMITS.line), url: webAddress() })),
  })
  .meta({ id: "CardContent" });

export type CardContentView = z.infer<typeof CardContent>;
