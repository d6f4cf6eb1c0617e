import { type Insertable, sql } from "kysely";
import type { Tx } from "../db/database.ts";
import type { InboxItemsTable } from "../db/follow-up-schema.ts";
import { CATEGORIES } from "./reasons.ts";

type NewItem = Insertable<InboxItemsTable>;

/** How much a category matters, the lowest first. */
const weight = (column: "inbox_items" | "excluded") =>
  sql<number>`array_position(${sql.val(CATEGORIES)}::text[], ${sql.ref(`${column}.category`)})`;

/** What was there before matters more, and is not done yet: then that stays what the thing is shown for. */
const stays = sql<boolean>`inbox_items.done_at is null and ${weight("inbox_items")} < ${weight("excluded")}`;

const kept = (column: "category" | "reason" | "facts") =>
  sql<string>`case when ${stays} then ${sql.ref(`inbox_items.${column}`)} else ${sql.ref(`excluded.${column}`)} end`;

/**
 * One row a thing and person: a further happening makes it new again instead of adding one. The same happening read once more, by a
 * worker that begins anew, changes nothing.
 */
export async function renewItem(db: Tx, item: NewItem): Promise<void> {
  await db
    .insertInto("inboxItems")
    .values(item)
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "personId", "thingKind", "thingId"])
        .doUpdateSet((row) => ({
          category: kept("category"),
          reason: kept("reason"),
          facts: kept("facts"),
          happenings: sql<number>`inbox_items.happenings + 1`,
          projectId: row.ref("excluded.projectId"),
          lastEventId: row.ref("excluded.lastEventId"),
          lastAt: row.ref("excluded.lastAt"),
          bundledAt: row.ref("excluded.bundledAt"),
          readAt: null,
          doneAt: null,
          snoozedUntil: null,
        }))
        .where((row) =>
          row.or([
            row("excluded.lastAt", ">", row.ref("inboxItems.lastAt")),
            row.and([
              row("excluded.lastAt", "=", row.ref("inboxItems.lastAt")),
              row(weight("excluded"), "<", weight("inbox_items")),
            ]),
          ]),
        ),
    )
    .execute();
}
