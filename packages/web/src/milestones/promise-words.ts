import {
  type DateRefusal,
  fromEpochDay,
  LAST_DAY,
  type LowerBound,
  type PromiseReason,
  type WaysToMakeIt,
} from "@milepost/planning";
import { dayText } from "../lib/dates.ts";
import { minutesText } from "../lib/minutes.ts";

/** What planning knows by id, people know by name. */
export type Names = ReadonlyMap<string, string>;

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
const nameOf = (names: Names, id: string, else_: string) => names.get(id) ?? else_;

/** Why no day can be promised. */
export function refusalText(refusal: DateRefusal): string {
  switch (refusal.code) {
    case "cycle":
      return "Its work waits for itself: remove a dependency first.";
    case "not_open":
      return "There is nothing left to promise.";
    case "not_enough_data":
      return `Too little is estimated to promise a day: ${refusal.estimatedCards} of at least ${refusal.needed} cards.`;
  }
}

/** The last day there is stands for work that nobody has time for. */
export function isNever(on: string): boolean {
  return on === fromEpochDay(LAST_DAY);
}

/** What holds a date, and how much that costs. */
export function promiseReasonText(reason: PromiseReason, names: Names): string {
  const costs = `(${count(reason.days, "day")})`;
  switch (reason.code) {
    case "busy":
      return `${nameOf(names, reason.personId, "Somebody")} has other cards to do as well ${costs}`;
    case "no_time":
      return `${nameOf(names, reason.personId, "Somebody")} has no working time for it`;
    case "part_time":
      return `${nameOf(names, reason.personId, "Somebody")} has ${reason.percent} % of the week for this project ${costs}`;
    case "away":
      return `${nameOf(names, reason.personId, "Somebody")} is away ${dayText(reason.from)} to ${dayText(reason.to)} ${costs}`;
    case "follows":
      return `It follows “${nameOf(names, reason.itemId, "earlier work")}” ${costs}`;
    case "client":
      return `The client takes about ${count(reason.answerDays, "working day")} to answer ${costs}`;
    case "window":
      return `Its work begins on ${dayText(reason.on)} ${costs}`;
    case "work":
      return "Nothing but the work itself holds it";
  }
}

/** Why a day cannot be, however the work is ordered. */
export function boundText({ notBefore, proof }: LowerBound, names: Names): string {
  const first = `It cannot be before ${dayText(notBefore)}, if every card takes its likely time:`;
  if (proof.by === "work")
    return `${first} ${nameOf(names, proof.personId, "one person")} has ${minutesText(proof.minutes)} to do first.`;
  return `${first} ${count(proof.itemIds.length, "step")} follow each other.`;
}

export function cutText({ cardIds, minutes }: NonNullable<WaysToMakeIt["cut"]>, names: Names): string {
  const titles = cardIds.slice(0, 3).map((id) => `“${nameOf(names, id, "a card")}”`);
  const more = cardIds.length > 3 ? ` and ${cardIds.length - 3} more` : "";
  return `Leave out ${titles.join(", ")}${more}: ${minutesText(minutes)} less`;
}

export function addText(add: NonNullable<WaysToMakeIt["add"]>, names: Names): string {
  const who = nameOf(names, add.personId, "somebody");
  const how = add.beyondOwnWeek
    ? "more than that week holds, so somebody has to help"
    : "more for this project";
  return `${count(add.hoursPerWeek, "hour")} a week of ${who}, ${how}`;
}

export function reassignText(
  { cardIds, fromId, toId }: NonNullable<WaysToMakeIt["reassign"]>,
  names: Names,
): string {
  const [only] = cardIds;
  const what =
    cardIds.length === 1 && only ? `“${nameOf(names, only, "a card")}”` : count(cardIds.length, "card");
  return `Give ${what} from ${nameOf(names, fromId, "one")} to ${nameOf(names, toId, "another")}`;
}
