import { coversDays, daysBetween } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { invalid, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { type DaysOffRow, deleteDaysOff, findDaysOff, insertDaysOff, listDaysOff } from "./days-off.store.ts";
import { takeUpPlace } from "./holidays.ts";
import { updatePlace } from "./members.store.ts";
import { member } from "./members.ts";
import type { Place } from "./place.ts";
import type { WeekView } from "./week.ts";
import { findWeek, keepWeek, listWorkPatterns } from "./work-patterns.store.ts";
import { workspace } from "./workspaces.ts";

export async function availability(scope: Scope, personId: string) {
  const { week: workspaceWeek } = await workspace(scope);
  const { country, region } = await member(scope, personId);
  const daysOff = await listDaysOff(scope, personId);
  return {
    personId,
    week: (await findWeek(scope, personId)) ?? null,
    workspaceWeek,
    country,
    region,
    patterns: await listWorkPatterns(scope, { personId }),
    daysOff: daysOff.map((days) => withoutReason(scope, days)),
  };
}

export async function changeWeek(scope: Scope, personId: string, week: WeekView | null): Promise<void> {
  await keepWeek(scope, personId, week);
  await record(scope, { verb: "availability.changed", subject: { kind: "person", id: personId } });
}

export async function changePlace(scope: Scope, personId: string, wanted: Place): Promise<void> {
  const place = await takeUpPlace(scope, await member(scope, personId), wanted);
  if (Object.keys(place).length === 0) return;
  await updatePlace(scope, personId, place);
  await record(scope, {
    verb: "person.changed",
    subject: { kind: "person", id: personId },
    data: { fields: Object.keys(place) },
  });
}

/** Every reading of a plan walks through each day off. */
const LONGEST_DAYS = 731;

export interface NewDaysOff {
  personId: string;
  fromOn: string;
  toOn: string;
  part: DaysOffRow["part"];
  reason: string;
}

export async function addDaysOff(scope: Scope, wanted: NewDaysOff): Promise<DaysOffRow> {
  if (wanted.toOn < wanted.fromOn)
    throw invalid([{ path: "toOn", message: "The last day comes before the first." }]);
  if (daysBetween(wanted.fromOn, wanted.toOn) >= LONGEST_DAYS)
    throw invalid([{ path: "toOn", message: "Days off last two years at most." }]);
  if (wanted.part !== "day" && wanted.fromOn !== wanted.toOn)
    throw invalid([{ path: "part", message: "Half a day is half of one day." }]);
  const id = newId();
  await insertDaysOff(scope, { ...wanted, id, workspaceId: scope.actor.workspaceId });
  const { personId, fromOn, toOn } = wanted;
  await record(scope, {
    verb: "daysOff.added",
    subject: { kind: "person", id: personId },
    data: { fromOn, toOn },
  });
  return withoutReason(scope, { ...wanted, id });
}

/** Adds what is not there yet, as one act; days that a person has off already stay as they are. */
export async function importDaysOff(
  scope: Scope,
  personId: string,
  wanted: readonly Omit<NewDaysOff, "personId" | "part">[],
): Promise<DaysOffRow[]> {
  const whole = (await listDaysOff(scope, personId)).filter(({ part }) => part === "day");
  const added: DaysOffRow[] = [];
  for (const days of wanted) {
    if (coversDays([...whole, ...added], days)) continue;
    added.push(await addDaysOff(scope, { ...days, personId, part: "day" }));
  }
  return added;
}

export async function removeDaysOff(scope: Scope, days: DaysOffRow): Promise<void> {
  await deleteDaysOff(scope, days.id);
  const { personId, fromOn, toOn } = days;
  await record(scope, {
    verb: "daysOff.removed",
    subject: { kind: "person", id: personId },
    data: { fromOn, toOn },
  });
}

export async function daysOffOf(scope: Scope, id: string): Promise<DaysOffRow> {
  const found = await findDaysOff(scope, id);
  if (!found) throw notFound();
  await member(scope, found.personId);
  return found;
}

/** Why somebody is away is theirs alone; that they are away is everybody's business. */
function withoutReason({ actor }: Scope, days: DaysOffRow): DaysOffRow {
  return days.personId === actor.personId ? days : { ...days, reason: "" };
}
