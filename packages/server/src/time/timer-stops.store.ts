import { sql } from "kysely";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";

const Data = z.object({ startedAt: z.iso.datetime(), entryIds: z.array(z.string()) });

export interface Stop {
  id: string;
  cardId: string;
  startedAt: Date;
  /** What was written down by it. */
  entryIds: string[];
}

/** One's own stop of the clock, unless it has been taken back. */
export async function findStop({ tx, actor }: Scope, id: string): Promise<Stop | undefined> {
  const row = await tx
    .selectFrom("events as e")
    .select(["e.subjectId", "e.data"])
    .where("e.workspaceId", "=", actor.workspaceId)
    .where("e.id", "=", id)
    .where("e.actorId", "=", actor.personId)
    .where("e.verb", "=", "card.timerStopped")
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("events as r")
            .select("r.id")
            .whereRef("r.workspaceId", "=", "e.workspaceId")
            .whereRef("r.subjectId", "=", "e.subjectId")
            .where("r.verb", "=", "card.timerResumed")
            .where(sql<string>`r.data->>'stopId'`, "=", id),
        ),
      ),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const { startedAt, entryIds } = Data.parse(row.data);
  return { id, cardId: row.subjectId, startedAt: new Date(startedAt), entryIds };
}
