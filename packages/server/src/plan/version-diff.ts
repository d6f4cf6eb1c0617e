import { type Calendar, slip } from "@milepost/planning";
import type { PlanSnapshotView, SnapshotMilestoneView } from "./plan-snapshot.ts";
import type { VersionChangeView, VersionFieldView } from "./plan-versions.view.ts";

type Value = VersionFieldView["from"];
export type Facts = Readonly<Record<string, Value>>;

/** What became of one thing of a plan, whatever kinds of things that plan has. */
export type Change<K extends string> = Omit<VersionChangeView, "kind"> & { kind: K };

/** What differs between two states of a plan, thing by thing and field by field, old beside new. */
export function versionDiff(
  before: PlanSnapshotView,
  after: PlanSnapshotView,
  calendar: Calendar,
): VersionChangeView[] {
  const titles = new Map(
    [...before.milestones, ...after.milestones].map(({ id, number, title }) => [id, `M${number} ${title}`]),
  );
  const project = { ...after.project, id: "project", title: "" };
  return [
    ...compared("project", [{ ...before.project, id: "project", title: "" }], [project], calendar, ownFields),
    ...compared("objective", objectivesOf(before), objectivesOf(after), calendar, ownFields),
    ...compared("milestone", before.milestones, after.milestones, calendar, milestoneFields(before, after)),
    ...compared("link", linksOf(before, titles), linksOf(after, titles), calendar, ownFields),
    ...compared("fixedDate", before.fixedDates, after.fixedDates, calendar, ownFields),
  ];
}

/** A milestone that moves along its life is news, but the plan is the same; one that is dropped is less scope. */
export function changesPlan(changes: readonly VersionChangeView[]): boolean {
  return changes.some(({ change, fields }) => change !== "changed" || fields.some(countsAsChange));
}

function countsAsChange({ field, from, to }: VersionFieldView): boolean {
  if (field === "reachedOn") return false;
  return field !== "state" || from === "dropped" || to === "dropped";
}

interface Thing {
  id: string;
  title: string;
}

export function compared<K extends string, T extends Thing>(
  kind: K,
  before: readonly T[],
  after: readonly T[],
  calendar: Calendar,
  fieldsOf: (thing: T) => Facts,
): Change<K>[] {
  const old = new Map(before.map((thing) => [thing.id, thing]));
  const now = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !now.has(id));
  return [
    ...after.flatMap((thing): Change<K>[] => {
      const was = old.get(thing.id);
      if (!was) return [{ ...named(kind, thing), change: "added", fields: [] }];
      const fields = changedFields(fieldsOf(was), fieldsOf(thing), calendar);
      return fields.length === 0 ? [] : [{ ...named(kind, thing), change: "changed", fields }];
    }),
    ...gone.map((thing): Change<K> => ({ ...named(kind, thing), change: "removed", fields: [] })),
  ];
}

function named<K extends string>(kind: K, { id, title, ...more }: Thing & { number?: number }) {
  return { kind, id, number: more.number ?? null, title };
}

export function changedFields(before: Facts, after: Facts, calendar: Calendar): VersionFieldView[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    if (from === to) return [];
    return [{ field: field.replace(/:.*$/, ""), from, to, ...movedBy(field, from, to, calendar) }];
  });
}

function movedBy(field: string, from: Value, to: Value, calendar: Calendar) {
  if (!/On$|^onDate$/.test(field) || typeof from !== "string" || typeof to !== "string")
    return { workingDays: null, calendarDays: null };
  return slip(calendar, from, to);
}

export function ownFields({ id: _id, ...fields }: Thing & Facts): Facts {
  return fields;
}

/** Lists become one field an entry, so that a criterion that was reworded stands beside its old words. */
function milestoneFields(before: PlanSnapshotView, after: PlanSnapshotView) {
  const statements = new Map(
    [...before.objectives, ...after.objectives].map(({ id, statement }) => [id, statement]),
  );
  return (milestone: SnapshotMilestoneView): Facts => {
    const { id: _id, number: _number, criteria, approverIds, objectiveIds, ...own } = milestone;
    return {
      ...own,
      ...entries(
        "criterion",
        criteria.map(({ id, text }) => [id, text]),
      ),
      ...entries(
        "approverId",
        approverIds.map((id) => [id, id]),
      ),
      ...entries(
        "objective",
        objectiveIds.map((id) => [id, statements.get(id) ?? ""]),
      ),
    };
  };
}

export function entries(field: string, each: readonly (readonly [id: string, value: string])[]): Facts {
  return Object.fromEntries(each.map(([id, value]) => [`${field}:${id}`, value]));
}

function objectivesOf({ objectives }: PlanSnapshotView) {
  return objectives.map(({ statement, ...more }) => ({ ...more, title: statement }));
}

/** A link is called after its ends; when it was replaced by an equal one, nothing has changed. */
function linksOf({ links }: PlanSnapshotView, titles: ReadonlyMap<string, string>) {
  return links.map(({ from, to, kind, lagDays }) => ({
    id: `${from}:${to}`,
    title: `${titles.get(from) ?? ""} → ${titles.get(to) ?? ""}`,
    kind,
    lagDays,
  }));
}
