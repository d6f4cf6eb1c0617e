import { z } from "zod";
import type { ReactionRow } from "./reactions.store.ts";

/** A handful, so that they stay an answer and do not become a game. */
const REACTIONS = ["agree", "love", "celebrate", "looking", "done"] as const;
export const ReactionWord = z.enum(REACTIONS).meta({ id: "ReactionWord" });

export const Reaction = z
  .object({
    word: ReactionWord,
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: "Reaction" });

/** In the order of the handful, with who said it first first. */
export function presentReactions(rows: readonly ReactionRow[]): z.infer<typeof Reaction>[] {
  return REACTIONS.flatMap((word) => {
    const people = rows.filter((row) => row.word === word).map(({ id, name }) => ({ id, name }));
    return people.length === 0 ? [] : [{ word, people }];
  });
}
