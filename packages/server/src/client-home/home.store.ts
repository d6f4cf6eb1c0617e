import type { Selectable } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PortalPublications } from "../db/portal-schema.ts";

/** The newest that is over its two minutes. */
export async function lastPublication(
  tx: PortalTx,
  projectId: string,
): Promise<Selectable<PortalPublications> | undefined> {
  return tx
    .selectFrom("portal.publications")
    .selectAll()
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
}
