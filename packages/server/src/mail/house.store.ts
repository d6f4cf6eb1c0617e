import type { Tx } from "../db/database.ts";
import { accentsOf, brandOf } from "../kit/brand.ts";
import type { House } from "./envelope.ts";

/** In whose name a mail to this person leaves; null for the team, which Milepost itself writes to. */
export async function houseFor(
  tx: Tx,
  { workspaceId, personId }: { workspaceId: string; personId: string | null },
): Promise<House | null> {
  if (!personId) return null;
  const row = await tx
    .selectFrom("contacts as c")
    .innerJoin("workspaces as w", "w.workspaceId", "c.workspaceId")
    .select(["w.name", "w.settings"])
    .where("c.workspaceId", "=", workspaceId)
    .where("c.personId", "=", personId)
    .executeTakeFirst();
  if (!row) return null;
  const { senderName, accent } = brandOf({ ...(row.settings as { brand?: unknown }) }.brand);
  return { name: senderName.trim() || row.name, accents: accentsOf(accent) };
}
