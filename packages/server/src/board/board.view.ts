import { z } from "zod";
import { BoardCard } from "./cards.view.ts";
import { CustomField } from "./custom-fields.view.ts";

export const ColumnCategory = z.enum(["todo", "doing", "done"]).meta({ id: "ColumnCategory" });

export const BoardColumn = z
  .object({
    id: z.string(),
    name: z.string(),
    category: ColumnCategory,
    /** A hint: nothing is refused above it. */
    wipLimit: z.int().nullable(),
    position: z.string(),
    revision: z.int(),
    count: z.int(),
  })
  .meta({ id: "BoardColumn" });

export const BoardLabel = z
  .object({ id: z.string(), name: z.string(), color: z.string(), position: z.string(), revision: z.int() })
  .meta({ id: "BoardLabel" });

export const Board = z
  .object({
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    columns: z.array(BoardColumn),
    cards: z.array(BoardCard),
    labels: z.array(BoardLabel),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    milestones: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        title: z.string(),
        targetOn: z.string().nullable(),
        state: z.string(),
        done: z.int(),
        total: z.int(),
      }),
    ),
    /** The project's own fields, in their order; what cards hold of them is read beside the board. */
    fields: z.array(CustomField),
    /** Cards that come after another card or a milestone, and whether that is open. */
    waits: z.array(z.object({ card: z.string(), for: z.string(), open: z.boolean() })),
    later: z.int(),
  })
  .meta({ id: "Board" });
