import type { Services } from "../access/route.ts";
import { newId } from "../kit/id.ts";
import { dueReviews } from "./due-reviews.store.ts";
import { hearersAmong } from "./hearers.store.ts";
import { renewItem } from "./items.store.ts";

const DAY_MS = 86_400_000;
const TURNS = [
  { reason: "review_due", afterMs: 0 },
  { reason: "review_overdue", afterMs: DAY_MS },
] as const;

/** Who leads a review finds it in the inbox when it is due, and once more a day later where nobody has held or skipped it. */
export async function tellOfReviews({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  const { maintenance } = database;
  for (const { reason, afterMs } of TURNS)
    for (const { workspaceId, projectId, id, personId, dueAt } of await dueReviews(
      maintenance,
      now,
      afterMs,
    )) {
      const thing = { kind: "review", id } as const;
      const heard = await hearersAmong(
        maintenance,
        { workspaceId, projectId },
        { people: [personId], thing, mail: undefined },
      );
      if (heard.every(({ muted }) => muted)) continue;
      await renewItem(maintenance, {
        workspaceId,
        id: newId(),
        personId,
        projectId,
        lastEventId: null,
        thingKind: thing.kind,
        thingId: id,
        category: "review",
        reason,
        facts: JSON.stringify({ part: null }),
        lastAt: new Date(dueAt.getTime() + afterMs),
        readAt: null,
        doneAt: null,
        snoozedUntil: null,
        bundledAt: null,
      });
    }
}
