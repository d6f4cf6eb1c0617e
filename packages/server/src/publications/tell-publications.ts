import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { recordFor } from "../events/events.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { clientDiff } from "./client-diff.ts";
import { mailPublication } from "./publication-mail.ts";
import { readSnapshot } from "./publication-preview.ts";
import { reachedDays } from "./publication-words.ts";
import { findPublication, listPublications } from "./publications.store.ts";
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
    await mail({ tx, actor: houseOf(workspaceId), kit, now, requestId: "" }, publication);
    return true;
  });
}

async function mail(scope: Scope, { id, projectId }: UntoldPublication): Promise<void> {
  const row = await findPublication(scope, id);
  if (!row) return;
  const earlier = (await listPublications(scope, projectId)).find(({ n }) => n === row.n - 1);
  const before = earlier ? await readSnapshot(scope, earlier.id) : null;
  const after = await readSnapshot(scope, id);
  const { calendar, today } = await workCalendar(scope);
  const reached = reachedDays(await partsOf(scope, { projectId }));
  const news = { first: before === null, changes: clientDiff(before, after, calendar), reached, today };
  await mailPublication(scope, row, after.project.name, news);
}
