import type { Services } from "../access/route.ts";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { formTokenFor } from "./portal-form.ts";
import { insertView, keepsViews, markSeen, type SeenView } from "./portal-views.store.ts";
import type { Visit } from "./visit.ts";

/** Writes down that this page was fetched for this person; that is not yet "opened", a scanner fetches too. */
export async function logView(visit: Visit, page: string): Promise<string | null> {
  const { services, visitor, project, link, now, preview } = visit;
  if (preview !== null || services.kit.readOnlyReason() !== null) return null;
  const id = newId();
  const { workspaceId, personId } = visitor;
  return services.database.inWorkspace(workspaceId, async (tx) => {
    if (!(await keepsViews(tx, workspaceId))) return null;
    const linkId = link?.row.id ?? null;
    await insertView(tx, { workspaceId, id, personId, projectId: project.id, linkId, page, fetchedAt: now });
    return id;
  });
}

/** What the small script sends back for a view; nobody can make one up for another view. */
export function seenToken({ kit }: Services, workspaceId: string, viewId: string): string {
  return `${workspaceId}.${viewId}.${formTokenFor(kit, `seen:${workspaceId}:${viewId}`)}`;
}

/** The page stood before somebody's eyes for three seconds. */
export async function seen(
  services: Services,
  token: string,
  follows: (tx: Tx, view: SeenView, now: Date) => Promise<void>,
): Promise<void> {
  const [workspaceId = "", viewId = ""] = token.split(".");
  if (!/^[0-9a-f-]{36}$/.test(workspaceId) || seenToken(services, workspaceId, viewId) !== token) return;
  const now = services.kit.clock.now();
  await services.database.inWorkspace(workspaceId, async (tx) => {
    const view = await markSeen(tx, workspaceId, viewId, now);
    if (view) await follows(tx, view, now);
  });
}
