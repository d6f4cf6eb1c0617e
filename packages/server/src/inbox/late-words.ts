import { lateByADay } from "@milepost/planning";
import type { WholePlan } from "../plan/read-plan.ts";
import { sayIn } from "../words/say.ts";

const say = sayIn("en");

/** What being late by a day would do, in a sentence; null where the plan says nothing about it. */
export function lateWords(
  { plan, rows }: WholePlan,
  thing: { kind: "card" | "milestone"; id: string },
  today: string,
): string | null {
  const effect = lateByADay(plan, thing);
  if (effect === null) return null;
  const names = new Map(rows.milestones.map(({ id, number, title }) => [id, `M${number} ${title}`]));
  const nameOf = (id: string) => names.get(id) ?? "";
  const { moves, fixedDates, room } = effect;
  if (room !== null)
    return `${nameOf(room.milestoneId)} has ${room.days} more working ${room.days === 1 ? "day" : "days"} after it.`;
  const [first, ...more] = moves;
  if (!first) return "If it slips by a day, no other milestone moves.";
  const others =
    more.length === 0 ? "" : `, and ${more.length === 1 ? "one more" : `${more.length} more`} with it`;
  const missed = rows.fixedDates.find(({ id }) => id === fixedDates[0]?.fixedDateId);
  const after = missed ? ` That is after ${missed.title}.` : "";
  return `If it slips by a day, ${nameOf(first.milestoneId)} moves to ${say.day(first.targetOn, today)}${others}.${after}`;
}
