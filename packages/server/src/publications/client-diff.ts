import type { Calendar } from "@milepost/planning";
import { type Change, compared, entries, type Facts, ownFields } from "../plan/version-diff.ts";
import type { ClientMilestoneView, ClientSnapshotView } from "./client-snapshot.view.ts";

type Kind = "project" | "objective" | "milestone" | "risk" | "card";
export type ClientChange = Change<Kind>;

const NOTHING: ClientSnapshotView = {
  format: 1,
  project: {
    name: "",
    outcome: "",
    scopeIn: "",
    scopeOut: "",
    dueOn: null,
    currency: "",
    leadId: null,
    acceptance: null,
    health: { word: "not_enough_data", sentence: "too_early", milestoneId: null },
  },
  objectives: [],
  milestones: [],
  risks: [],
  cards: [],
};

/** What clients will read otherwise than today, thing by thing and field by field; without a last state all of it is new. */
export function clientDiff(
  before: ClientSnapshotView | null,
  after: ClientSnapshotView,
  calendar: Calendar,
): ClientChange[] {
  const last = before ?? NOTHING;
  const project = (plan: ClientSnapshotView) => {
    const { health, acceptance, ...own } = plan.project;
    const whenSilent = acceptance && `${acceptance.days} ${acceptance.otherwise}`;
    return [{ ...own, id: "project", title: plan.project.name, health: health.word, acceptance: whenSilent }];
  };
  return [
    ...(before === null
      ? []
      : compared(
          "project",
          project(before),
          project(after),
          calendar,
          ({ id: _, title: __, ...own }) => own,
        )),
    ...compared("milestone", last.milestones, after.milestones, calendar, milestoneFields(last, after)).map(
      (change) => withDate(change, after),
    ),
    ...compared("objective", objectivesOf(last), objectivesOf(after), calendar, ownFields),
    ...compared("risk", last.risks, after.risks, calendar, ownFields),
    ...compared("card", cardsOf(last), cardsOf(after), calendar, ownFields),
  ].flatMap(withoutFacts);
}

/** Changes of these fields make the plan another one; other news does not. */
const PLAN_FIELDS = new Set([
  "dueOn",
  "startOn",
  "targetOn",
  "outcome",
  "scopeIn",
  "scopeOut",
  "title",
  "dropped",
  "criterion",
  "ownerId",
  "priceMinor",
  "currency",
  "acceptance",
  "measure",
  "unit",
  "baseline",
  "target",
]);

/** Whether a publication of these changes makes a plan version: dates, scope, criteria, owner, price or what silence means are other ones. */
export function makesVersion(first: boolean, changes: readonly ClientChange[]): boolean {
  return (
    first ||
    changes.some(
      (change) =>
        (change.kind === "milestone" || change.kind === "objective" || change.kind === "project") &&
        (change.change !== "changed" || isAdjusted(change)),
    )
  );
}

/** Somebody made it another one: a forecast or a word of health that is another by itself is no adjustment. */
export function isAdjusted({ change, fields }: ClientChange): boolean {
  return change === "changed" && fields.some(({ field }) => PLAN_FIELDS.has(field));
}

/** These drift from day to day without anybody's doing: told with the next publication, no reason for one. */
const DRIFTING = new Set(["expectedByOn", "state", "current"]);

/** How many things have changes that somebody should publish. */
export function unpublished(changes: readonly ClientChange[]): number {
  return changes.filter(
    ({ kind, change, fields }) =>
      kind !== "card" && (change !== "changed" || fields.some(({ field }) => !DRIFTING.has(field))),
  ).length;
}

/** That something is reached, clients read at once: it is no news of a publication. */
function withoutFacts(change: ClientChange): ClientChange[] {
  const fields = change.fields.filter(
    ({ field, to }) => !(field === "state" && to === "accepted") && !(field === "health" && to === "reached"),
  );
  return change.change === "changed" && fields.length === 0 ? [] : [{ ...change, fields }];
}

/** Of what is new the date belongs to the news. */
function withDate(change: ClientChange, { milestones }: ClientSnapshotView): ClientChange {
  const to = milestones.find(({ id }) => id === change.id)?.targetOn ?? null;
  if (change.change !== "added" || to === null) return change;
  return {
    ...change,
    fields: [{ field: "targetOn", from: null, to, workingDays: null, calendarDays: null }],
  };
}

function milestoneFields(before: ClientSnapshotView, after: ClientSnapshotView) {
  const titles = new Map(
    [...before.milestones, ...after.milestones].map(({ id, number, title }) => [id, `M${number} ${title}`]),
  );
  const statements = new Map(
    [...before.objectives, ...after.objectives].map(({ id, statement }) => [id, statement]),
  );
  return (milestone: ClientMilestoneView): Facts => {
    const {
      id,
      number,
      criteria,
      approverIds,
      clientParts,
      objectiveIds,
      dependsOn,
      health,
      parentId,
      ...own
    } = milestone;
    return {
      ...own,
      parent: titles.get(parentId ?? "") ?? null,
      health: health?.word ?? null,
      ...entries(
        "criterion",
        criteria.map((one) => [one.id, one.text]),
      ),
      ...entries(
        "approverId",
        approverIds.map((one) => [one, one]),
      ),
      ...entries(
        "clientPart",
        clientParts.map((one) => [one.personId, one.part]),
      ),
      ...entries(
        "objective",
        objectiveIds.map((one) => [one, statements.get(one) ?? ""]),
      ),
      ...entries(
        "dependsOn",
        dependsOn.map((one) => [one, titles.get(one) ?? ""]),
      ),
    };
  };
}

function objectivesOf({ objectives }: ClientSnapshotView) {
  return objectives.map(({ statement, ...more }) => ({ ...more, title: statement }));
}

function cardsOf({ cards, milestones }: ClientSnapshotView) {
  const titles = new Map(milestones.map(({ id, number, title }) => [id, `M${number} ${title}`]));
  return cards.map(({ milestoneId, ...own }) => ({
    ...own,
    milestone: titles.get(milestoneId ?? "") ?? null,
  }));
}
