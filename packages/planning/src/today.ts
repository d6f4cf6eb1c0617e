import { addDays, daysBetween } from "./calendar/civil-date.ts";
import { HEALTH_WORDS, type HealthWord } from "./health.ts";
import type { CivilDate } from "./plan.ts";
import { compareText } from "./schedule/graph.ts";

/** An open card of the person who asks, in whichever project. */
export interface TodayCard {
  readonly id: string;
  readonly dueOn: CivilDate | null;
  readonly doing: boolean;
  /** Somebody said that it cannot go on. */
  readonly blocked: boolean;
  /** Open cards and milestones that have to come first. */
  readonly waitsFor: readonly string[];
  readonly milestone: TodayMilestone | null;
  /** Days by which its uncertainty moves the safe date of its milestone; 0 where no forecast says so. */
  readonly effectDays: number;
  /** Higher comes first. */
  readonly priority: number;
}

export interface TodayMilestone {
  readonly id: string;
  readonly targetOn: CivilDate | null;
  readonly word: HealthWord;
}

export type TodayReason =
  | { readonly code: "overdue"; readonly days: number }
  | { readonly code: "due_today" | "doing" | "blocked" | "no_milestone" }
  | { readonly code: "due_soon"; readonly on: CivilDate }
  | { readonly code: "waits"; readonly ids: readonly string[] }
  | { readonly code: "moves_date"; readonly days: number; readonly milestoneId: string }
  | { readonly code: "milestone_late"; readonly word: HealthWord; readonly milestoneId: string }
  | { readonly code: "next_target"; readonly on: CivilDate; readonly milestoneId: string };

export interface TodayItem {
  readonly id: string;
  readonly reason: TodayReason;
}

export interface Today {
  /** Past its day or due within two days, the oldest first. */
  readonly due: readonly TodayItem[];
  /** What moves the person's milestones most comes first. */
  readonly next: readonly TodayItem[];
  /** Nothing that the person could do about it now. */
  readonly waiting: readonly TodayItem[];
}

const SOON_DAYS = 2;

/**
 * What now? Every open card stands in exactly one of three lists, each with the reason for its place. What waits for others comes
 * first into question: a card that is due and cannot go on stands under waiting, with what it waits for.
 * @example groupToday([{ id: "c1", dueOn: "2026-05-11", ...rest }], "2026-05-12")
 * // { due: [{ id: "c1", reason: { code: "overdue", days: 1 } }], next: [], waiting: [] }
 */
export function groupToday(cards: readonly TodayCard[], today: CivilDate): Today {
  const sorted = [...cards].sort(byEffect);
  const waiting = sorted.filter(waits);
  const free = sorted.filter((card) => !waits(card));
  const due = free
    .filter(({ dueOn }) => isSoon(dueOn, today))
    .sort((a, b) => compareText(a.dueOn ?? "", b.dueOn ?? "") || byEffect(a, b));
  const next = free.filter(({ dueOn }) => !isSoon(dueOn, today));
  return {
    due: due.map((card) => ({ id: card.id, reason: reasonOfDue(card.dueOn ?? today, today) })),
    next: next.map((card) => ({ id: card.id, reason: reasonOfNext(card) })),
    waiting: waiting.map(({ id, blocked, waitsFor }) => ({
      id,
      reason: blocked ? { code: "blocked" } : { code: "waits", ids: waitsFor },
    })),
  };
}

function waits({ blocked, waitsFor }: TodayCard): boolean {
  return blocked || waitsFor.length > 0;
}

function isSoon(dueOn: CivilDate | null, today: CivilDate): boolean {
  return dueOn !== null && dueOn <= addDays(today, SOON_DAYS);
}

function reasonOfDue(dueOn: CivilDate, today: CivilDate): TodayReason {
  if (dueOn < today) return { code: "overdue", days: daysBetween(dueOn, today) };
  return dueOn === today ? { code: "due_today" } : { code: "due_soon", on: dueOn };
}

function reasonOfNext({ milestone, effectDays, doing }: TodayCard): TodayReason {
  if (milestone === null) return doing ? { code: "doing" } : { code: "no_milestone" };
  const { id, targetOn, word } = milestone;
  if (effectDays > 0) return { code: "moves_date", days: effectDays, milestoneId: id };
  if (word === "off_track" || word === "at_risk") return { code: "milestone_late", word, milestoneId: id };
  if (doing) return { code: "doing" };
  return targetOn === null
    ? { code: "no_milestone" }
    : { code: "next_target", on: targetOn, milestoneId: id };
}

const NEVER = "9999-12-31";

function byEffect(a: TodayCard, b: TodayCard): number {
  return (
    b.effectDays - a.effectDays ||
    rank(a) - rank(b) ||
    Number(b.doing) - Number(a.doing) ||
    compareText(a.milestone?.targetOn ?? NEVER, b.milestone?.targetOn ?? NEVER) ||
    b.priority - a.priority ||
    compareText(a.id, b.id)
  );
}

/** The word of the milestone it serves, what needs somebody most first; without one it comes last. */
function rank({ milestone }: TodayCard): number {
  return milestone === null ? HEALTH_WORDS.length : HEALTH_WORDS.indexOf(milestone.word);
}
