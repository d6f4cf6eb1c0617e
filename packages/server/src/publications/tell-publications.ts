import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { recordFor } from "../events/events.ts";
import { newsBetween } from "./news.ts";
import { mailPublication } from "./publication-mail.ts";
import { readSnapshot } from "./publication-preview.ts";
import { findPublication, listPublications } from "./publications.store.ts";
import { insertReceipts } from "./receipts.store.ts";
import { mailTeam } from "./team-mail.ts";
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

/** What each side is told, and who it was meant for. */
async function mail(scope: Scope, { id, projectId }: UntoldPublication): Promise<void> {
  const row = await findPublication(scope, id);
  if (!row) return;
  const earlier = (await listPublications(scope, projectId)).find(({ n }) => n === row.n - 1);
  const after = await readSnapshot(scope, id);
  const before = earlier
    ? { snapshot: await readSnapshot(scope, earlier.id), createdAt: new Date(earlier.createdAt) }
    : null;
  const news = await newsBetween(scope, {
    projectId,
    before,
    after,
    publicationId: id,
    until: new Date(row.createdAt),
  });
  const client = await mailPublication(scope, row, after.project.name, news);
  const team = await mailTeam(scope, row, after.project.name, news);
  await insertReceipts(scope, id, [
    ...client.map((one) => ({ id: one.id, side: "client" as const })),
    ...team.map((one) => ({ id: one.id, side: "team" as const })),
  ]);
}
