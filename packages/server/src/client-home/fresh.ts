import type { Visit } from "../portal/visit.ts";
import { acceptedSinceLastView } from "./fresh.store.ts";

/** Only ids: what of them may be shown, the views of the portal say. */
export async function freshlyReached({
  services,
  visitor,
  project,
  preview,
}: Visit): Promise<ReadonlySet<string>> {
  if (preview !== null) return new Set();
  const { workspaceId, personId } = visitor;
  const ids = await services.database.inWorkspace(
    workspaceId,
    (tx) => acceptedSinceLastView(tx, { workspaceId, projectId: project.id, personId }),
    { readOnly: true },
  );
  return new Set(ids);
}
