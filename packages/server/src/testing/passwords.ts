import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import type { SeedPerson } from "./seed.ts";
import type { TestServer } from "./server.ts";

export const PASSWORD = "a long enough password";

/** Seed people have sessions but no password until a test gives them one; hashed as testing/server.ts does. */
export async function givePassword(
  { database }: Pick<TestServer, "database">,
  ...people: SeedPerson[]
): Promise<void> {
  for (const { userId } of people)
    await database.outside
      .insertInto("auth.account")
      .values({
        id: newId(),
        accountId: userId,
        providerId: "credential",
        userId,
        password: `quick:${sha256(PASSWORD)}`,
      })
      .execute();
}

/** The session cookie of an answer, as the browser sends it back. */
export function cookieOf({ headers }: { headers: Record<string, unknown> }): string {
  return [headers["set-cookie"]]
    .flat()
    .map((line) => String(line).split(";")[0])
    .join("; ");
}
