import type { Database } from "../db/database.ts";

export async function databaseAnswers({ outside }: Database): Promise<boolean> {
  return outside
    .selectFrom("leases")
    .select("name")
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    );
}
