import { counted } from "../lib/counted.ts";
import { dayText, momentText, todayIn } from "../lib/dates.ts";
import { moneyText } from "../lib/money.ts";
import type { Logged, LoggedAnswer } from "./decision-log.api.ts";
import { KINDS } from "./decision-search.ts";

export function kindText({ kind, isRecorded }: Logged): string {
  if (isRecorded) return "Decided elsewhere";
  return KINDS.find(({ value }) => value === kind)?.label ?? "";
}

const OUTCOMES: Record<NonNullable<Logged["outcome"]>, string> = {
  approved: "Approved",
  changes_requested: "Changes requested",
  chosen: "Chosen",
  lapsed: "Not answered",
  accepted: "Accepted",
  declined: "Not done",
  replaced: "Replaced by a newer version",
  taken_back: "Taken back",
};

/** What became of it, or where it stands. */
export function outcomeText(entry: Logged): string {
  const { outcome, choice, isEstimated, opensAt, waitingFor } = entry;
  if (outcome !== null) return outcome === "chosen" && choice !== null ? choice : OUTCOMES[outcome];
  if (!isEstimated) return "Your turn: days and price";
  if (opensAt !== null) return `Goes out ${momentText(opensAt)}`;
  return waitingFor.length === 0 ? "Waiting" : `Waiting for ${waitingFor.join(", ")}`;
}

/** Who asked, when, and by when it was to be decided. */
export function askedText({ askedBy, askedAt, dueOn, isRecorded, audience }: Logged): string {
  const day = dayText(todayIn(undefined, new Date(askedAt)));
  const verb = isRecorded ? "Written down" : "Asked";
  return [
    askedBy ? `${verb} ${day} by ${askedBy.name}` : `${verb} ${day}`,
    ...(dueOn === null ? [] : [`by ${dayText(dueOn)}`]),
    ...(audience === "team" ? ["the team alone"] : []),
  ].join(" · ");
}

const VERDICTS: Record<LoggedAnswer["verdict"], string> = {
  approved: "approved",
  changes_requested: "asked for changes",
  chosen: "chose",
  accepted: "accepted",
  declined: "declined",
};

/** Who decided, where several did each with what they said. */
export function whoText({ person, verdict, choice, way }: LoggedAnswer, isOne: boolean): string {
  if (way === "window") return "Accepted as agreed, without an answer";
  const name = person?.name ?? "Somebody";
  return isOne ? name : `${name} ${VERDICTS[verdict]}${choice === null ? "" : ` “${choice}”`}`;
}

/** In whose name it was written down, or by what it came. */
export function throughText({ way, through, person }: LoggedAnswer): string | null {
  if (way === "member" && through !== null && through === person?.name) return "written down by themselves";
  if (way === "member") return `written down by ${through ?? "the team"} on their behalf, not signed`;
  return through === null ? null : `by a link that ${through} handed over`;
}

/** "3 working days later, + € 250"; empty where it says nothing of either. */
export function effectText({ days, priceMinor }: Logged["options"][number], currency: string): string {
  const price = priceMinor === null ? null : moneyText(Math.abs(priceMinor), currency);
  return [
    ...(days === null ? [] : [daysText(days)]),
    ...(price === null
      ? []
      : [priceMinor === 0 ? "no effect on the price" : `${signOf(priceMinor)} ${price}`]),
  ].join(", ");
}

function daysText(days: number): string {
  if (days === 0) return "no date moves";
  return `${counted(Math.abs(days), "working day")} ${days > 0 ? "later" : "earlier"}`;
}

function signOf(minor: number | null): string {
  return (minor ?? 0) > 0 ? "+" : "−";
}

export function ruleText(rule: Logged["rule"]): string {
  if (rule === "all") return "All of them have to approve.";
  return rule === "order" ? "One after the other, in this order." : "Any one of them decides.";
}
