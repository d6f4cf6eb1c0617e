import { markMoments, unseenMoments } from "../milestones/moments.store.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import { portalHref, type Visit } from "../portal/visit.ts";

/** Only ids: what of them may be shown, the views of the portal say. */
export async function freshlyReached(visit: Visit): Promise<ReadonlySet<string>> {
  if (visit.preview !== null) return new Set();
  const unseen = await visit.services.database.inWorkspace(
    visit.visitor.workspaceId,
    (tx) => unseenMoments(tx, whose(visit)),
    { readOnly: true },
  );
  return new Set(unseen.map(({ milestoneId }) => milestoneId));
}

/**
 * The moment was before somebody's eyes: the small script says so after three seconds, and without it the button does. Opening the
 * page never does, for a mail scanner opens it too; so it may stand there once more, and is never lost.
 */
export async function seeMoments(visit: Visit, form: PortalForm): Promise<{ to: string }> {
  const shown = new Set(form.all("milestone"));
  const { now, visitor } = visit;
  await visit.services.database.inWorkspace(visitor.workspaceId, async (tx) => {
    const unseen = await unseenMoments(tx, whose(visit));
    const seen = unseen.flatMap(({ milestoneId }) => (shown.has(milestoneId) ? [milestoneId] : []));
    await markMoments(tx, { ...visitor, now }, seen);
  });
  return { to: portalHref(visit) };
}

function whose({ visitor: { workspaceId, personId }, project, now }: Visit) {
  return { workspaceId, personId, projectId: project.id, now };
}
