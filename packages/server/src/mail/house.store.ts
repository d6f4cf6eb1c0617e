import type { Tx } from "../db/database.ts";
import { accentsOf, brandOf } from "../kit/brand.ts";
import type { House } from "./envelope.ts";

/** Whether what this person of a client answers is taken: of an observer only where the project lets them comment. */
export async function takesAnswers(
  tx: Tx,
  {
    workspaceId,
    personId,
    projectId,
  }: { workspaceId: string; personId: string | null; projectId: string | null },
): Promise<boolean> {
  if (!personId || !projectId) return false;
  const row = await tx
    .selectFrom("contactRoles as r")
    .innerJoin("projects as p", (join) =>
      join.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .select("p.id")
    .where("r.workspaceId", "=", workspaceId)
    .where("r.personId", "=", personId)
    .where("r.projectId", "=", projectId)
    .where((is) => is.or([is("r.role", "=", "approver"), is("p.observersComment", "=", true)]))
    .executeTakeFirst();
  return row !== undefined;
}

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
