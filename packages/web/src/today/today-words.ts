import { dayText } from "../lib/dates.ts";
import { STATE_WORDS } from "../ui/diamond.tsx";
import type { TodayCard } from "./today.api.ts";

type Code = TodayCard["reason"]["code"];

const days = (count: number | undefined) => `${count ?? 0} ${count === 1 ? "day" : "days"}`;
const stone = ({ milestone }: TodayCard) => (milestone ? `“${milestone.title}”` : "its milestone");

const WORDS: Record<Code, (card: TodayCard) => string> = {
  overdue: ({ reason }) => `${days(reason.days)} past its date`,
  due_today: () => "Due today",
  due_soon: ({ reason }) => `Due ${reason.on ? dayText(reason.on) : "soon"}`,
  doing: () => "You are on it",
  blocked: ({ blockedReason }) => (blockedReason ? `Blocked: ${blockedReason}` : "Blocked"),
  no_milestone: () => "No dated milestone needs it yet",
  waits: ({ waitsFor: [first, ...more] }) => {
    if (!first) return "Waits for earlier work";
    const rest = more.length > 0 ? ` and ${more.length} more` : "";
    return `Waits for ${first.ref} ${first.title}${rest}`;
  },
  moves_date: (card) => `Can move ${stone(card)} by ${days(card.reason.days)}`,
  milestone_late: (card) => `${stone(card)} is ${wordOf(card)}`,
  next_target: (card) => `For ${stone(card)}, ${card.reason.on ? dayText(card.reason.on) : "undated"}`,
};

/** Why a card stands where it stands. */
export function reasonOf(card: TodayCard): string {
  return WORDS[card.reason.code](card);
}

function wordOf({ milestone }: TodayCard): string {
  const word = milestone?.health;
  return word === "off_track" || word === "at_risk" ? STATE_WORDS[word].toLowerCase() : "late";
}
