import { z } from "zod";

export const FIELD_KINDS = ["text", "number", "date", "choice", "checkbox"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field of a project's own, which each of its cards can fill in. */
export const CustomField = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(FIELD_KINDS),
    /** What can be chosen, in its order; empty for all other kinds. */
    choices: z.array(z.string()),
    revision: z.int(),
  })
  .meta({ id: "CustomField" });

export const CountedField = CustomField.extend({
  /** How many cards have filled it in. */
  values: z.int(),
}).meta({ id: "CountedField" });
