import { BUILT_IN_TEMPLATES } from "@milepost/planning";
import type { Tx } from "../db/database.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { DATES_CHANGED } from "../plan/date-changes.store.ts";
import { clientThings } from "./matrix-client.ts";
import type { SeedPerson } from "./seed.ts";

export interface InProject {
  workspaceId: string;
  projectId: string;
}

export async function planThings(db: Tx, place: InProject, person: SeedPerson, busy: SeedPerson[]) {
  const { workspaceId } = place;
  const publicationId = newId();
  const ids = {
    objectiveId: newId(),
    milestoneId: newId(),
    riskId: newId(),
    criterionId: newId(),
    deliverableId: newId(),
    procedureId: newId(),
    templateId: newId(),
    planVersionId: newId(),
    publicationId,
    noticeId: publicationId,
    requestId: newId(),
    changeRequestId: newId(),
    adjustmentId: newId(),
  };
  const objective = {
    ...place,
    id: ids.objectiveId,
    statement: "More orders",
    baseline: 1,
    target: 2,
    current: 1,
    targetOn: null,
    position: "a0",
  };
  await db.insertInto("objectives").values(objective).execute();
  const { milestoneId } = ids;
  const dates = { startOn: "2026-04-06", targetOn: "2026-04-30", reachedOn: null };
  const milestone = {
    ...place,
    id: milestoneId,
    parentId: null,
    ownerId: person.id,
    number: 901,
    title: "Launch",
    ...dates,
  };
  await db
    .insertInto("milestones")
    .values({ ...milestone, priceMinor: 100_000, droppedReason: null, position: "a0" })
    .execute();
  const risk = {
    ...place,
    id: ids.riskId,
    ownerId: null,
    title: "Late",
    chance: 20,
    impactLow: 1,
    impactLikely: 2,
    impactHigh: 3,
  };
  await db.insertInto("risks").values(risk).execute();
  const open = { answeredBy: null, answer: null, answeredAt: null };
  await db
    .insertInto("criteria")
    .values({ workspaceId, id: ids.criterionId, milestoneId, text: "It works", position: "a0", ...open })
    .execute();
  const empty = { fileId: null, deliveredBy: null, url: null, text: null, deliveredAt: null };
  const deliverable = {
    workspaceId,
    id: ids.deliverableId,
    milestoneId,
    title: "Report",
    kind: "link",
    position: "a0",
    ...empty,
  };
  await db.insertInto("deliverables").values(deliverable).execute();
  for (const { id: personId } of busy)
    await db
      .insertInto("milestoneRoles")
      .values({ workspaceId, id: newId(), milestoneId, personId, role: "informed" })
      .execute();
  const dateChangeId = newId();
  const changes = { changes: [{ milestoneId, before: dates, after: dates }] };
  const happening = {
    ...place,
    id: dateChangeId,
    actorId: null,
    verb: DATES_CHANGED,
    data: JSON.stringify(changes),
  };
  await db
    .insertInto("events")
    .values({ ...happening, subjectKind: "milestone", subjectId: milestoneId })
    .execute();
  await db
    .insertInto("planVersions")
    .values({ ...place, ...keptPlan(ids.planVersionId), personId: null, n: 1 })
    .execute();
  await db
    .insertInto("publications")
    .values({ ...place, ...heldPublication(ids.publicationId), personId: person.id })
    .execute();
  await db
    .insertInto("adjustments")
    .values({ ...place, ...newOwner(ids.adjustmentId), milestoneId })
    .execute();
  await db
    .insertInto("changeRequests")
    .values({
      ...place,
      id: ids.changeRequestId,
      number: 1,
      title: "In Spanish too",
      milestoneId,
      personId: person.id,
      answeredBy: null,
      answeredAt: null,
      planVersionId: null,
    })
    .execute();
  await db
    .insertInto("clientRequests")
    .values({ ...place, ...answeredRequest(ids.requestId), milestoneId })
    .execute();
  await db
    .insertInto("procedures")
    .values({ workspaceId, id: ids.procedureId, name: "Steps", steps: '["One"]' })
    .execute();
  const plan = JSON.stringify({ ...BUILT_IN_TEMPLATES.website, name: "Ours" });
  await db.insertInto("templates").values({ workspaceId, id: ids.templateId, name: "Ours", plan }).execute();
  return { ...ids, ...(await clientThings(db, place, ids, person)), dateChangeId };
}

function newOwner(id: string) {
  const nobody = { personId: null, reviewId: null, eventId: null, publicationId: null };
  const side = JSON.stringify({ ownerId: null });
  return { id, ...nobody, field: "owner", before: side, after: side, reasonCode: null, undoneAt: null };
}

function answeredRequest(id: string) {
  const people = { contactId: null, askedBy: null, closedBy: null, closedAt: null };
  const days = { dueOn: "2026-04-10", askedAt: new Date("2026-04-01T08:00:00Z"), answeredAt: null };
  return { id, number: 1, kind: "files", title: "Photos", state: "draft", ...people, ...days };
}

/** Still within its two minutes, whenever the matrix runs. */
function heldPublication(id: string) {
  const snapshot = canonicalJson({
    format: 1,
    project: {
      name: "",
      outcome: "",
      scopeIn: "",
      scopeOut: "",
      dueOn: null,
      currency: "EUR",
      leadId: null,
      acceptance: null,
      health: { word: "not_enough_data", sentence: "too_early", milestoneId: null },
    },
    objectives: [],
    milestones: [],
    risks: [],
    cards: [],
  });
  const heldUntil = new Date("2027-01-01T00:00:00Z");
  return { id, n: 1, snapshot, hash: sha256(snapshot), heldUntil, withdrawnBy: null, withdrawnAt: null };
}

function keptPlan(id: string) {
  const project = { outcome: "", scopeIn: "", scopeOut: "", startOn: null, dueOn: null, currency: "EUR" };
  const snapshot = canonicalJson({
    format: 1,
    project,
    objectives: [],
    milestones: [],
    links: [],
    fixedDates: [],
  });
  return { id, snapshot, hash: sha256(snapshot) };
}
