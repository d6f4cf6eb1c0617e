import { addDays, daysBetween } from "./calendar/civil-date.ts";
import type { CivilDate, MilestoneState } from "./plan.ts";

export type HealthWord =
  | "reached"
  | "paused"
  | "off_track"
  | "waiting_for_client"
  | "not_enough_data"
  | "at_risk"
  | "on_track";

/** Below so many estimated cards there is no honest word about a milestone's date. */
export const ENOUGH_ESTIMATES = 3;

/** Every word, what needs somebody most first. */
export const HEALTH_WORDS: readonly HealthWord[] = [
  "off_track",
  "at_risk",
  "waiting_for_client",
  "not_enough_data",
  "on_track",
  "paused",
  "reached",
];

export interface ClientItem {
  readonly id: string;
  readonly askedOn: CivilDate;
  /** This answer, more than anything else, decides when the milestone can be reached. */
  readonly drives: boolean;
}

export interface DateForecast {
  /** Reached by then in 5 of 10 cases, in 8 of 10 cases. */
  readonly p50On: CivilDate;
  readonly p80On: CivilDate;
}

export interface HealthFacts {
  /** A dropped milestone has no health. */
  readonly state: Exclude<MilestoneState, "dropped">;
  readonly targetOn: CivilDate | null;
  readonly projectPaused: boolean;
  /** What the client has been asked for and has not answered. */
  readonly clientItems: readonly ClientItem[];
  readonly estimatedCards: number;
  /** Left out while nothing has been forecast. */
  readonly forecast?: DateForecast;
}

export type HealthReason =
  | { readonly code: "reached" | "project_paused" | "no_target" | "no_forecast" }
  | { readonly code: "overdue"; readonly days: number }
  | { readonly code: "client_item"; readonly id: string; readonly days: number }
  | { readonly code: "few_estimates"; readonly estimated: number; readonly needed: number }
  | {
      readonly code: "likely_late" | "safe_date_late" | "in_time";
      readonly on: CivilDate;
      readonly days: number;
    };

export interface Health {
  readonly word: HealthWord;
  /** Under *waiting for client*: the word that holds apart from the waiting. */
  readonly below: HealthWord | null;
  /** The facts behind the word, strongest first, at most three. */
  readonly reasons: readonly HealthReason[];
}

/**
 * How is this milestone? The first word that holds: reached; paused; off track if overdue; waiting for client; not enough data; off
 * track; at risk; on track. Without a forecast the last three cannot be said: it is never green on a guess.
 * @example healthOf({ ...facts, targetOn: "2026-05-08" }, "2026-05-12")
 * // { word: "off_track", below: null, reasons: [{ code: "overdue", days: 4 }] }
 */
export function healthOf(facts: HealthFacts, today: CivilDate): Health {
  if (facts.state === "accepted") return health("reached", { code: "reached" });
  if (facts.projectPaused) return health("paused", { code: "project_paused" });
  const waiting = waitingReasons(facts.clientItems, today);
  if (facts.targetOn !== null && facts.targetOn < today) {
    return health("off_track", { code: "overdue", days: daysBetween(facts.targetOn, today) }, ...waiting);
  }
  const own = healthOfDate(facts);
  if (waiting.length === 0) return own;
  return { word: "waiting_for_client", below: own.word, reasons: [...waiting, ...own.reasons].slice(0, 3) };
}

/**
 * How is the project? As its worst milestone of the next 30 days, what is overdue included; when none falls into them, as the next
 * one after. A project all of whose milestones are reached is reached.
 * @example projectHealth([{ id: "m1", targetOn: "2026-05-20", health }], "2026-05-12") // { word: "at_risk", milestoneId: "m1" }
 */
export function projectHealth(
  milestones: readonly {
    readonly id: string;
    readonly targetOn: CivilDate | null;
    readonly health: Pick<Health, "word">;
  }[],
  today: CivilDate,
): { readonly word: HealthWord; readonly milestoneId: string | null } {
  const open = milestones.filter(({ health: { word } }) => word !== "reached");
  if (open.length === 0)
    return { word: milestones.length > 0 ? "reached" : "not_enough_data", milestoneId: null };
  const dated = open.flatMap((milestone) =>
    milestone.targetOn === null ? [] : [{ ...milestone, on: milestone.targetOn }],
  );
  const near = dated.filter(({ on }) => on <= addDays(today, 30));
  const next = [...dated].sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id)).slice(0, 1);
  const worst = [...(near.length > 0 ? near : next)].sort(
    (a, b) => rank(a.health.word) - rank(b.health.word) || compare(a.on, b.on) || compare(a.id, b.id),
  )[0];
  return { word: worst?.health.word ?? "not_enough_data", milestoneId: worst?.id ?? null };
}

function healthOfDate({ targetOn, estimatedCards, forecast }: HealthFacts): Health {
  if (targetOn === null) return health("not_enough_data", { code: "no_target" });
  if (estimatedCards < ENOUGH_ESTIMATES) {
    return health("not_enough_data", {
      code: "few_estimates",
      estimated: estimatedCards,
      needed: ENOUGH_ESTIMATES,
    });
  }
  if (forecast === undefined) return health("not_enough_data", { code: "no_forecast" });
  const { p50On, p80On } = forecast;
  if (p50On > targetOn) {
    return health("off_track", { code: "likely_late", on: p50On, days: daysBetween(targetOn, p50On) });
  }
  const days = daysBetween(targetOn, p80On);
  if (p80On > targetOn) return health("at_risk", { code: "safe_date_late", on: p80On, days });
  return health("on_track", { code: "in_time", on: p80On, days: -days });
}

function waitingReasons(items: readonly ClientItem[], today: CivilDate): HealthReason[] {
  return items
    .filter(({ drives }) => drives)
    .sort((a, b) => compare(a.askedOn, b.askedOn) || compare(a.id, b.id))
    .map(({ id, askedOn }) => ({ code: "client_item", id, days: daysBetween(askedOn, today) }));
}

function health(word: HealthWord, ...reasons: HealthReason[]): Health {
  return { word, below: null, reasons: reasons.slice(0, 3) };
}

function rank(word: HealthWord): number {
  return HEALTH_WORDS.indexOf(word);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
