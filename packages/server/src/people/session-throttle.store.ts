import type { Tx } from "../db/database.ts";

/** Counts one try in one statement, so that parallel tries cannot pass together; an old window starts anew. */
export async function countTry(
  outside: Tx,
  key: string,
  now: Date,
  windowStart: Date,
): Promise<{ count: number; since: Date }> {
  return outside
    .insertInto("auth.attempts")
    .values({ key, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((row) => ({
        count: row
          .case()
          .when("auth.attempts.since", "<", windowStart)
          .then(1)
          .else(row("auth.attempts.count", "+", 1))
          .end(),
        since: row
          .case()
          .when("auth.attempts.since", "<", windowStart)
          .then(now)
          .else(row.ref("auth.attempts.since"))
          .end(),
      })),
    )
    .returning(["count", "since"])
    .executeTakeFirstOrThrow();
}

export async function forgetTries(outside: Tx, key: string): Promise<void> {
  await outside.deleteFrom("auth.attempts").where("key", "=", key).execute();
}

/** Windows that are over say nothing any more. */
export async function sweepTries(outside: Tx, before: Date): Promise<void> {
  await outside.deleteFrom("auth.attempts").where("since", "<", before).execute();
}
