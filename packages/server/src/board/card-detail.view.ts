import { z } from "zod";
import { Card } from "./cards.view.ts";
import type { ItemRow } from "./checklist.store.ts";
import { FIELD_KINDS } from "./custom-fields.view.ts";

export const ChecklistItem = z
  .object({
    id: z.string(),
    heading: z.string(),
    text: z.string(),
    position: z.string(),
    done: z.boolean(),
    doneBy: z.string().nullable(),
    doneAt: z.iso.datetime().nullable(),
    personId: z.string().nullable(),
    dueOn: z.string().nullable(),
    /** The card that was made of it. */
    madeCard: z.object({ id: z.string(), ref: z.string(), title: z.string(), done: z.boolean() }).nullable(),
    revision: z.int(),
  })
  .meta({ id: "ChecklistItem" });

export function presentItem({ cardId: _card, doneAt, ...item }: ItemRow): z.infer<typeof ChecklistItem> {
  return { ...item, done: doneAt !== null, doneAt: doneAt?.toISOString() ?? null };
}

export const CardLink = z
  .object({ id: z.string(), title: z.string(), url: z.string() })
  .meta({ id: "CardLink" });

const CardValue = z
  .object({
    fieldId: z.string(),
    name: z.string(),
    kind: z.enum(FIELD_KINDS),
    choices: z.array(z.string()),
    value: z.string().nullable(),
  })
  .meta({ id: "CardValue" });

const End = z.object({ kind: z.enum(["milestone", "card"]), id: z.string() });

export const CardDetail = Card.extend({
  body: z.string(),
  createdAt: z.iso.datetime(),
  checklist: z.array(ChecklistItem),
  /** Who hears of it; those on it do unless they said no. */
  watchers: z.array(z.string()),
  links: z.array(CardLink),
  values: z.array(CardValue),
  /** Earlier estimates, newest first. */
  estimates: z.array(
    z.object({
      low: z.int().nullable(),
      likely: z.int().nullable(),
      high: z.int().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  dependencies: z.array(
    z.object({
      id: z.string(),
      from: End,
      to: End,
      kind: z.enum(["FS", "SS", "FF", "SF"]),
      lagDays: z.int(),
    }),
  ),
}).meta({ id: "CardDetail" });

export type CardDetailView = z.infer<typeof CardDetail>;
