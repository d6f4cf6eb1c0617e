import { daysBetween, dayText } from "../lib/dates.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { pressing } from "./care.ts";
import type { Overview } from "./portfolio.api.ts";

type Told = Pick<Overview, "project" | "milestones" | "today" | "counters">;

interface Headline {
  /** Where the road ends, and the one thing that most stands in the way. */
  sentence: string;
  /** What else there would be to say, as sentences for "Why?". */
  rest: string[];
}

/** At most two clauses: a sentence that tells everything is not read. */
export function headlineOf(overview: Told): Headline {
  const { milestones, today } = overview;
  const open = milestones.filter(({ state }) => state !== "accepted" && state !== "dropped");
  if (milestones.length === 0) return { sentence: "Nothing is planned yet.", rest: [] };
  if (open.length === 0) return { sentence: "Every milestone is reached.", rest: [] };
  const dated = open.flatMap(({ id, title, targetOn, forecast }) =>
    targetOn ? [{ id, title: short(title), on: targetOn, safeOn: forecast?.p80On ?? null }] : [],
  );
  const last = dated.toSorted((one, other) => one.on.localeCompare(other.on)).at(-1);
  if (!last)
    return {
      sentence: `${open.length} ${open.length === 1 ? "milestone has" : "milestones have"} no date yet.`,
      rest: [],
    };
  const late = lateOf(dated, today);
  const why = whyOf(overview, last.id);
  const presses = pressing(overview.counters).replace(/\.$/, "");
  const second = late || why || presses;
  return {
    sentence: `${[endOf(last, today), second].filter(Boolean).join("; ")}.`,
    // The reasons of the word stand under "Why?" anyway.
    rest: presses && presses !== second ? [`${presses}.`] : [],
  };
}

interface Dated {
  title: string;
  on: string;
  safeOn: string | null;
}

/** What is expected counts before what was planned; always the safe date. */
function endOf({ title, on, safeOn }: Dated, today: string): string {
  if (safeOn === null) return `${title} is planned for ${dayText(on, today)}`;
  const late = daysBetween(on, safeOn);
  if (late <= 0)
    return `${title} is expected by ${dayText(safeOn, today)}, in time for ${dayText(on, today)}`;
  return `${title} is expected by ${dayText(safeOn, today)}, ${late} ${late === 1 ? "day" : "days"} after its date`;
}

function lateOf(dated: readonly Dated[], today: string): string {
  const late = dated.filter(({ on }) => on < today);
  const [first] = late;
  if (late.length > 1) return `${late.length} milestones are past their dates`;
  return first ? `${first.title} is past its date, ${dayText(first.on, today)}` : "";
}

/** Words whose reason belongs into the first sentence; the others tell theirs under "Why?". */
const PRESSING = new Set(["off_track", "at_risk", "waiting_for_client", "paused"]);
const OF_DATES = new Set(["likely_late", "safe_date_late"]);

/** The strongest reason of the word, unless the end or what is late says it already. */
function whyOf({ project: { health }, milestones }: Told, endId: string): string {
  const [reason] = health.reasons;
  if (!reason || !PRESSING.has(health.word) || reason.code === "overdue") return "";
  if (OF_DATES.has(reason.code) && health.milestoneId === endId) return "";
  const driver = milestones.find(({ id }) => id === health.milestoneId)?.title;
  // What would change it is told under "Why?".
  const [first = ""] = reasonText(reason).split(/\.(?:\s|$)/);
  const clause = `${first.slice(0, 1).toLowerCase()}${first.slice(1)}`;
  return driver ? `${short(driver)}: ${clause}` : clause;
}

const LONG = 60;

function short(title: string): string {
  return title.length > LONG ? `${title.slice(0, LONG - 1).trimEnd()}…` : title;
}
