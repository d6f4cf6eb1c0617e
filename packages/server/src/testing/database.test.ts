import { expect, test } from "vitest";
import { onServer } from "./cluster.ts";
import { freshDatabase } from "./database.ts";

test("each fresh database is migrated and knows nothing of its neighbour", async () => {
  const [one, other] = [await freshDatabase(), await freshDatabase()];
  await onServer(one, (client) => client.query("create table left_here (n int)"));
  const seen = await onServer(other, (client) =>
    client.query(
      "select to_regclass('left_here') as left_here, to_regclass('milepost.workspaces') is not null as migrated",
    ),
  );
  expect(seen.rows[0]).toEqual({ left_here: null, migrated: true });
});
