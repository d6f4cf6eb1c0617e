import { z } from "zod";
import { KINDS } from "./sources.store.ts";

export const SearchKind = z.enum(KINDS).meta({ id: "SearchKind" });

const Mark = z.object({ start: z.int(), end: z.int() });

/** A piece of text with the words that were asked for, as places in it: never as HTML. */
const MarkedText = z.object({ text: z.string(), marks: z.array(Mark) }).meta({ id: "MarkedText" });

export const SearchHit = z
  .object({
    kind: SearchKind,
    id: z.string(),
    /** What people call it: ACME-42, ACME-M3. */
    ref: z.string().nullable(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullable(),
    title: MarkedText,
    excerpt: MarkedText.nullable(),
    /** Column of a card, state of a project, milestone or decision, role of a member, audience of what was said. */
    state: z.string().nullable(),
    /** The day it is due or aimed at. */
    onDate: z.string().nullable(),
    /** When it was made, written or last touched. */
    at: z.iso.datetime(),
    archived: z.boolean(),
    byName: z.string().nullable(),
    /** What a comment or file hangs on; the client of a contact. */
    subject: z
      .object({ kind: z.string(), id: z.string(), ref: z.string().nullable(), title: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: "SearchHit" });

export type SearchHitView = z.infer<typeof SearchHit>;
