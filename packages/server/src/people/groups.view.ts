import { z } from "zod";
import { title, uuid } from "../kit/fields.ts";

/** One word, as it is written behind an @. */
const name = () =>
  title(40).refine(
    (word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word),
    "Use one word of letters, such as designers.",
  );

export const GroupWish = z.strictObject({ name: name(), personIds: z.array(uuid()).max(200) });

export const Group = z
  .object({
    id: z.string(),
    name: z.string(),
    personIds: z.array(z.string()),
    revision: z.int(),
  })
  .meta({ id: "Group" });

export type GroupWish = z.infer<typeof GroupWish>;
