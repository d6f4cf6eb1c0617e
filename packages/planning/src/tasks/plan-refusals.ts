import type { Refusal } from "../decision.ts";
import { refuse } from "../decision.ts";
import type { TaskPlan } from "./task-plan.ts";

export type TaskPlanRefusal =
  | Refusal<
      "unknown-calendar" | "unknown-person" | "unknown-task" | "parent-cycle" | "zones-differ" | "twice",
      string
    >
  | Refusal<"no-start" | "no-finish">
  | Refusal<"cycle", { readonly taskIds: readonly string[]; readonly linkIds: readonly string[] }>;

/** What makes a plan impossible to read, the first that is found; cycles of links are found when it is scheduled. */
export function refusalOf(plan: TaskPlan): TaskPlanRefusal | null {
  return idsTwice(plan) ?? unknownNames(plan) ?? parentCycle(plan) ?? differentZones(plan) ?? noAnchor(plan);
}

function idsTwice({ tasks, calendars, people, links }: TaskPlan): TaskPlanRefusal | null {
  for (const list of [calendars, people, tasks, links]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) return refuse("twice", [id]);
      seen.add(id);
    }
  }
  return null;
}

function unknownNames({ project, calendars, people, tasks, links }: TaskPlan): TaskPlanRefusal | null {
  const missing = (known: readonly { id: string }[], asked: readonly (string | undefined)[]) => {
    const ids = new Set(known.map(({ id }) => id));
    return [...new Set(asked)].filter((id): id is string => id !== undefined && !ids.has(id));
  };
  const noCalendar = missing(
    calendars,
    [project, ...people, ...tasks].map(({ calendarId }) => calendarId),
  );
  if (noCalendar.length > 0) return refuse("unknown-calendar", noCalendar);
  const noPerson = missing(
    people,
    tasks.flatMap(({ assignees }) => (assignees ?? []).map(({ personId }) => personId)),
  );
  if (noPerson.length > 0) return refuse("unknown-person", noPerson);
  const noTask = missing(tasks, [
    ...tasks.map(({ parentId }) => parentId),
    ...links.flatMap(({ from, to }) => [from, to]),
  ]);
  return noTask.length > 0 ? refuse("unknown-task", noTask) : null;
}

function parentCycle({ tasks }: TaskPlan): TaskPlanRefusal | null {
  const parents = new Map(tasks.map(({ id, parentId }) => [id, parentId]));
  const safe = new Set<string>();
  for (const { id } of tasks) {
    const way = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !safe.has(at); at = parents.get(at)) {
      if (way.has(at)) return refuse("parent-cycle", [...way].slice([...way].indexOf(at)));
      way.add(at);
    }
    for (const each of way) safe.add(each);
  }
  return null;
}

/** Two calendars can only be put together where their clocks agree, and moments mean UTC for all calendars or for none. */
function differentZones({ calendars, people, tasks }: TaskPlan): TaskPlanRefusal | null {
  const zones = new Map(calendars.map(({ id, zone }) => [id, zone?.name]));
  const some = calendars.filter(({ zone }) => zone !== undefined).length;
  if (some > 0 && some < calendars.length)
    return refuse(
      "zones-differ",
      calendars.map(({ id }) => id),
    );
  const ofPerson = new Map(people.map(({ id, calendarId }) => [id, calendarId]));
  for (const { id, calendarId, assignees } of tasks) {
    if (calendarId === undefined) continue;
    const far = (assignees ?? []).some(
      ({ personId }) => zones.get(ofPerson.get(personId) ?? "") !== zones.get(calendarId),
    );
    if (far) return refuse("zones-differ", [id]);
  }
  return null;
}

function noAnchor({ project }: TaskPlan): TaskPlanRefusal | null {
  if (project.from === "start") return project.startAt === undefined ? refuse("no-start") : null;
  return project.finishAt === undefined ? refuse("no-finish") : null;
}
