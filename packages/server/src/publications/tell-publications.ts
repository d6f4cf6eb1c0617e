import type { Services } from "../access/route.ts";
import { recordFor } from "../events/events.ts";
import { claimTelling, type UntoldPublication, untoldPublications } from "./untold-publications.store.ts";

const BATCH = 20;

/** What follows when the two minutes of a publication are over; once each, whichever process gets there first. */
export async function tellPublications(services: Services): Promise<number> {
  const { database, kit } = services;
  const due = await untoldPublications(database.maintenance, kit.clock.now(), BATCH);
  let told = 0;
  for (const publication of due) told += Number(await tell(services, publication));
  return told;
}

function tell({ database, kit }: Services, publication: UntoldPublication): Promise<boolean> {
  const { workspaceId, projectId, id } = publication;
  const now = kit.clock.now();
  return database.inWorkspace(workspaceId, async (tx) => {
    if (!(await claimTelling(tx, publication, now))) return false;
    const by = { workspaceId, actorId: null, at: now };
    const subject = { kind: "publication", id } as const;
    await recordFor(tx, by, { verb: "publication.visible", subject, projectId, audience: "client" });
    return true;
  });
}
