import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { blobPath } from "../kit/blob-path.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import type { SeededContacts } from "./portal.ts";
import type { TestServer } from "./server.ts";

export interface DecidedApproval {
  id: string;
  workspaceId: string;
  projectId: string;
  number: number;
  /** The attached files, by name. */
  files: { name: string; text: string }[];
}

const SNAPSHOT = { format: 1, title: "Startseite", criteria: ["Läuft auf dem Telefon", "Unter 2 s"] };

/** An approval with all that one can have: two files, an objection that was taken back, a yes on behalf, an opinion. */
export async function seedDecided(
  { database, kit, seed }: TestServer,
  { dana, lee }: SeededContacts,
  number: number,
): Promise<DecidedApproval> {
  const { workspaceId } = seed;
  const [id, projectId] = [newId(), seed.acme.id];
  const snapshot = canonicalJson({ ...SNAPSHOT, number });
  const files = [1, 2].map((n) => ({ name: `entwurf-${n}.txt`, text: `Entwurf ${n} zu ${number}` }));
  const at = (minute: number) => new Date(kit.at.getTime() + minute * 60_000);
  const step = (work: (tx: Tx) => Promise<void>) => database.inWorkspace(workspaceId, work);
  const tell = (tx: Tx, verb: `approval.${string}`, minute: number, data: Record<string, unknown> = {}) =>
    recordFor(
      tx,
      { workspaceId, actorId: seed.sam.id, at: at(minute) },
      { verb, subject: { kind: "approval", id }, projectId, audience: "client", data },
    );
  const say = async (
    tx: Tx,
    minute: number,
    more: { person?: string; verdict?: string; member?: string },
  ) => {
    const decisionId = newId();
    const { person = dana.id, verdict = "approved", member = null } = more;
    await tx
      .insertInto("decisions")
      .values({
        ...{ workspaceId, id: decisionId, approvalId: id, personId: person, decidedBy: member },
        ...{ handedOverBy: member ? null : seed.jo.id, linkId: null, attempt: minute, verdict, choice: null },
        ...{ words: `Gesagt in Minute ${minute}: „ja, so“`, shownHash: sha256(snapshot) },
        ...{
          criteria: JSON.stringify(verdict === "approved" ? [] : ["c1"]),
          pins: JSON.stringify([{ x: 12.5 }]),
        },
        ...{ way: member ? "member" : "link", at: at(minute) },
      })
      .execute();
    await tell(tx, "approval.decided", minute, { decisionId, verdict });
    return decisionId;
  };
  await step(async (tx) => {
    await tx
      .insertInto("approvals")
      .values({
        ...{ workspaceId, id, projectId, milestoneId: null, publicationId: null, planVersionId: null },
        ...{ earlierId: null, askedBy: seed.sam.id, number, kind: "files", title: `Entwürfe ${number}` },
        ...{ question: "Passen die Entwürfe?", rule: "any", choices: "[]", dueOn: "2026-03-09" },
        ...{ opensAt: at(0), acceptanceDays: null, acceptanceThen: null, outcome: null, outcomeAt: null },
        ...{ supersededAt: null, cancelledAt: null },
      })
      .execute();
    await tx
      .insertInto("approvalSnapshots")
      .values({ workspaceId, approvalId: id, snapshot, hash: sha256(snapshot) })
      .execute();
    const seats = [
      { personId: dana.id, part: "decider" },
      { personId: lee.id, part: "adviser" },
    ];
    for (const [position, seat] of seats.entries())
      await tx
        .insertInto("approvalPeople")
        .values({ workspaceId, approvalId: id, ...seat, delegateId: null, askedBy: seed.sam.id, position })
        .execute();
    for (const [position, { name, text }] of files.entries()) {
      const blob = { sha256: sha256(text), bytes: Buffer.byteLength(text), mediaType: "text/plain" };
      mkdirSync(dirname(blobPath(kit.dataDir, blob.sha256)), { recursive: true });
      writeFileSync(blobPath(kit.dataDir, blob.sha256), text);
      await tx
        .insertInto("blobs")
        .values({ workspaceId, ...blob })
        .execute();
      await tx
        .insertInto("approvalFiles")
        .values({
          ...{ workspaceId, id: newId(), approvalId: id, fileVersionId: null },
          ...{ position, name, sha256: blob.sha256 },
        })
        .execute();
    }
    await tell(tx, "approval.requested", 0, { hash: sha256(snapshot) });
  });
  await step(async (tx) => {
    const decisionId = await say(tx, 1, { verdict: "changes_requested" });
    await tx
      .insertInto("withdrawals")
      .values({ workspaceId, decisionId, personId: dana.id, at: at(2) })
      .execute();
    await tell(tx, "approval.takenBack", 2, { decisionId });
  });
  await step(async (tx) => {
    await say(tx, 3, { person: lee.id, verdict: "advised" });
    await tx
      .updateTable("approvals")
      .set({ outcome: "approved", outcomeAt: at(4), revision: 2 })
      .where("id", "=", id)
      .execute();
    await say(tx, 4, { member: seed.sam.id });
  });
  return { id, workspaceId, projectId, number, files };
}
