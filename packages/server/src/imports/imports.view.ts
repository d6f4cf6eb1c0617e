import { z } from "zod";
import { ListChoice } from "./mapping.ts";

const LeftOut = z
  .object({ what: z.string(), words: z.string(), count: z.int() })
  .meta({ id: "ImportLeftOut" });

export const ImportPreview = z
  .object({
    board: z.object({ id: z.string(), name: z.string() }),
    /** The project that this board was brought into before: running again adds only what is new there. */
    importedInto: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullable(),
    lists: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        archived: z.boolean(),
        cards: z.int(),
        archivedCards: z.int(),
        suggestion: ListChoice,
      }),
    ),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        username: z.string(),
        cards: z.int(),
        suggestion: z.string().nullable(),
      }),
    ),
    labels: z.array(z.object({ id: z.string(), name: z.string(), color: z.string(), cards: z.int() })),
    customFields: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), cards: z.int() })),
    counts: z.object({
      lists: z.int(),
      archivedLists: z.int(),
      cards: z.int(),
      archivedCards: z.int(),
      checklistItems: z.int(),
      comments: z.int(),
      links: z.int(),
    }),
    leftOut: z.array(LeftOut),
    notes: z.array(z.string()),
  })
  .meta({ id: "ImportPreview" });

export type ImportPreviewView = z.infer<typeof ImportPreview>;

export const ImportReport = z
  .object({
    importId: z.string(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string(), isNew: z.boolean() }),
    added: z.object({
      columns: z.int(),
      milestones: z.int(),
      labels: z.int(),
      customFields: z.int(),
      cards: z.int(),
      archivedCards: z.int(),
      checklistItems: z.int(),
      comments: z.int(),
      links: z.int(),
      assignments: z.int(),
    }),
    /** Cards that an earlier import brought in; people may have changed them since, so they stay as they are. */
    already: z.int(),
    /** Cards that an earlier import brought in and somebody deleted here; they are not brought back. */
    deleted: z.int(),
    leftOut: z.array(LeftOut),
    notes: z.array(z.string()),
  })
  .meta({ id: "ImportReport" });

export type ImportReportView = z.infer<typeof ImportReport>;
