import { isOpenMilestone } from "@milepost/planning";
import { checkOf } from "../plan/plan-check.ts";
import type { WholePlan } from "../plan/read-plan.ts";
import type { ReadinessView } from "./input.view.ts";

type Item = ReadinessView["items"][number];

/** What a client should find in a plan before it is put before them, and where each gap is closed. */
export function readinessOf(whole: WholePlan): ReadinessView {
  const items = [
    outcome(whole),
    objectives(whole),
    scope(whole),
    schedule(whole),
    availability(whole),
    roles(whole),
    findings(whole),
  ];
  return { items, ready: items.every(({ gaps }) => gaps.length === 0) };
}

function item(code: Item["code"], place: Item["place"], gaps: string[]): Item {
  return { code, place, gaps };
}

function outcome({ rows: { head } }: WholePlan): Item {
  return item("outcome", "plan", head.outcome.trim() === "" ? ["The project says no outcome."] : []);
}

function objectives({ rows }: WholePlan): Item {
  if (rows.objectives.length === 0) return item("objectives", "plan", ["There is no objective."]);
  const unmeasured = rows.objectives.filter(
    ({ measure, target }) => measure.trim() === "" || target === null,
  );
  return item(
    "objectives",
    "plan",
    unmeasured.map(({ statement }) => `“${statement}” has no measure with a target.`),
  );
}

function scope({ rows: { head } }: WholePlan): Item {
  const gaps = [
    ...(head.scopeIn.trim() === "" ? ["Nothing says what is in scope."] : []),
    ...(head.scopeOut.trim() === "" ? ["Nothing says what is out of scope."] : []),
  ];
  return item("scope", "plan", gaps);
}

function schedule(whole: WholePlan): Item {
  const undated = shown(whole).filter(({ targetOn }) => targetOn === null);
  const none = shown(whole).length === 0 ? ["The client would see no milestone."] : [];
  return item("schedule", "plan", [...none, ...undated.map(({ title }) => `“${title}” has no target date.`)]);
}

/** Of everybody who has open work in the plan: a week of their own, or a share of it for this project. */
function availability({ rows, plan }: WholePlan): Item {
  const working = new Set(
    plan.cards.flatMap(({ place, assigneeIds }) => (place === "done" ? [] : [...assigneeIds])),
  );
  const unsaid = rows.people.filter(({ id }) => {
    const times = rows.times.get(id);
    return working.has(id) && (times?.weeks.length ?? 0) === 0 && (times?.allocations.length ?? 0) === 0;
  });
  return item(
    "availability",
    "availability",
    unsaid.map(({ name }) => `Nothing says when ${name} works.`),
  );
}

function roles(whole: WholePlan): Item {
  const partless = whole.rows.contacts.filter(({ role }) => role === null);
  const ownerless = shown(whole).filter(({ ownerId }) => ownerId === null);
  const undecided = shown(whole).filter(
    ({ clientApproval, roles: given }) => clientApproval && !given.some(({ role }) => role === "approver"),
  );
  return item("roles", "people", [
    ...partless.map(({ name }) => `${name} of the client has no part in this project.`),
    ...ownerless.map(({ title }) => `Nobody owns “${title}”.`),
    ...undecided.map(({ title }) => `Nobody is named to approve “${title}”.`),
  ]);
}

/** What blocks, as far as it is about what the client would see. */
function findings(whole: WholePlan): Item {
  const hidden = new Set(
    whole.rows.milestones.filter(({ audience }) => audience === "team").map(({ id }) => id),
  );
  const blocking = checkOf(whole).findings.filter(
    ({ level, id, subject }) => level === "error" && id !== "L11" && !hidden.has(subject.id),
  );
  return item(
    "findings",
    "plan",
    blocking.map(({ why }) => why),
  );
}

/** Open milestones that the client would see. */
function shown({ rows, plan }: WholePlan) {
  const open = new Set(plan.milestones.filter(isOpenMilestone).map(({ id }) => id));
  return rows.milestones.filter((one) => one.audience === "client" && open.has(one.id));
}
