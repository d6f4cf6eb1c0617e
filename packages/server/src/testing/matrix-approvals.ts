import type { Tx } from "../db/database.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import type { Ids } from "./matrix-body.ts";
import type { InProject } from "./matrix-plan.ts";

/** What waits for the contact of this place. */
export async function approvalThings(db: Tx, place: InProject, contactId: string): Promise<Ids> {
  const { workspaceId } = place;
  const approvalId = newId();
  const choices = ["Stripe", "Mollie"].map((text, n) => ({
    id: String(n + 1),
    text,
    days: null,
    priceMinor: null,
  }));
  const said = { title: "Payment", question: "Which provider?", consequence: "", changed: "" };
  const none = {
    milestoneId: null,
    publicationId: null,
    planVersionId: null,
    earlierId: null,
    askedBy: null,
  };
  const open = { outcome: null, outcomeAt: null, supersededAt: null, cancelledAt: null, dueOn: null };
  await db
    .insertInto("approvals")
    .values({
      ...place,
      ...none,
      ...open,
      ...said,
      id: approvalId,
      number: 1,
      kind: "question",
      rule: "any",
      choices: JSON.stringify(choices),
      opensAt: new Date("2026-03-01T00:00:00Z"),
      acceptanceDays: null,
      acceptanceThen: null,
    })
    .execute();
  const snapshot = canonicalJson({
    ...said,
    format: 1,
    kind: "question",
    round: 1,
    project: { name: "A name", currency: "EUR" },
    choices,
    milestone: null,
    acceptance: null,
    plan: null,
    files: [],
  });
  const asked = { workspaceId, approvalId };
  await db
    .insertInto("approvalSnapshots")
    .values({ ...asked, snapshot, hash: sha256(snapshot) })
    .execute();
  await db
    .insertInto("approvalPeople")
    .values({ ...asked, personId: contactId, delegateId: null, askedBy: null, position: 0 })
    .execute();
  return { approvalId, ...(await quoteThing(db, place, contactId)) };
}

/** A sentence that they have not answered yet. */
async function quoteThing(db: Tx, place: InProject, personId: string): Promise<Ids> {
  const clientQuoteId = newId();
  await db
    .insertInto("clientQuotes")
    .values({
      ...{ ...place, id: clientQuoteId, personId, words: "They kept every date." },
      ...{ askedBy: null, askedAt: new Date("2026-03-02T08:00:00Z"), handedOverBy: null },
      ...{ confirmedAt: null, confirmedWords: null, declinedAt: null },
    })
    .execute();
  return { clientQuoteId };
}
