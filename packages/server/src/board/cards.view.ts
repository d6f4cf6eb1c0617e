import { z } from "zod";
import type { CardRow } from "./card-access.store.ts";

/** A card as the board shows it: no text, counts instead of contents. */
export const BoardCard = z
  .object({
    id: z.string(),
    number: z.int(),
    title: z.string(),
    columnId: z.string().nullable(),
    milestoneId: z.string().nullable(),
    position: z.string(),
    priority: z.int(),
    startOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    low: z.int().nullable(),
    likely: z.int().nullable(),
    high: z.int().nullable(),
    people: z.array(z.string()),
    labels: z.array(z.string()),
    blocked: z.boolean(),
    blockedByClient: z.boolean(),
    audience: z.enum(["team", "client"]),
    hasBody: z.boolean(),
    comments: z.int(),
    files: z.int(),
    items: z.int(),
    itemsDone: z.int(),
    /** The picture that it is shown with: a file of the card and its newest version. */
    coverFileId: z.string().nullable(),
    coverVersion: z.int().nullable(),
    startedAt: z.iso.datetime().nullable(),
    doneAt: z.iso.datetime().nullable(),
    revision: z.int(),
  })
  .meta({ id: "BoardCard" });

/** What writes answer with: the card on the board, and where it is when it is not there. */
export const Card = BoardCard.extend({
  projectId: z.string(),
  /** Such as ACME-42. */
  ref: z.string(),
  place: z.enum(["board", "later", "outline"]),
  archivedAt: z.iso.datetime().nullable(),
  blockedReason: z.string().nullable(),
  touchedAt: z.iso.datetime(),
}).meta({ id: "Card" });

/** What a move answers with: its undo names the move. */
export const MovedCard = Card.extend({ moveId: z.string() }).meta({ id: "MovedCard" });

export type CardView = z.infer<typeof Card>;

export function presentCard(key: string, row: CardRow): CardView {
  return Card.parse({
    ...row,
    ref: `${key}-${row.number}`,
    blocked: row.blockedReason !== null,
    comments: row.commentCount,
    files: row.fileCount,
    items: row.itemCount,
    itemsDone: row.itemDoneCount,
    startedAt: row.startedAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    touchedAt: row.touchedAt.toISOString(),
  });
}
