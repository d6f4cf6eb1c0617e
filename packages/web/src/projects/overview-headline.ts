import { daysBetween, dayText } from "../lib/dates.ts";
import { pressing } from "./care.ts";
import type { Overview } from "./portfolio.api.ts";
import { whyHealth } from "./stones.ts";

/** One sentence or two: where the road ends, and what stands in the way. */
export function headline({
  project,
  milestones,
  today,
  counters,
}: Pick<Overview, "project" | "milestones" | "today" | "counters">): string {
  const open = milestones.filter(({ state }) => state !== "accepted" && state !== "dropped");
  if (milestones.length === 0) return "Nothing is planned yet.";
  if (open.length === 0) return "Every milestone is reached.";
  const dated = open.flatMap(({ title, targetOn, forecast }) =>
    targetOn ? [{ title, on: targetOn, safeOn: forecast?.p80On ?? null }] : [],
  );
  const last = dated.toSorted((one, other) => one.on.localeCompare(other.on)).at(-1);
  if (!last) return `${open.length} ${open.length === 1 ? "milestone has" : "milestones have"} no date yet.`;
  const end = endOf(last, today);
  const late = dated.filter(({ on }) => on < today);
  const [first] = late;
  if (first && late.length === 1)
    return `${end} ${first.title} is past its date, ${dayText(first.on, today)}.`;
  if (late.length > 1) return `${end} ${late.length} milestones are past their dates.`;
  const [why] = whyHealth({ health: project.health, milestones });
  return [end, why && PRESSING.has(project.health.word) ? why : "", pressing(counters)]
    .filter(Boolean)
    .join(" ");
}

/** What is expected counts before what was planned; always the safe date. */
function endOf(
  { title, on, safeOn }: { title: string; on: string; safeOn: string | null },
  today: string,
): string {
  if (safeOn === null) return `${title} is planned for ${dayText(on, today)}.`;
  const late = daysBetween(on, safeOn);
  if (late <= 0)
    return `${title} is expected by ${dayText(safeOn, today)}, in time for ${dayText(on, today)}.`;
  return `${title} is expected by ${dayText(safeOn, today)}, ${late} ${late === 1 ? "day" : "days"} after its date.`;
}

/** Words whose reason belongs into the first sentence; the others tell theirs under "Why?". */
const PRESSING = new Set(["off_track", "at_risk", "waiting_for_client", "paused"]);
