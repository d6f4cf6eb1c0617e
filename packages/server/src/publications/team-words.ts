import { reasonText } from "../milestones/adjustments.view.ts";
import type { AdjustmentView } from "../plan/adjustments.view.ts";
import { sayIn } from "../words/say.ts";
import type { News } from "./news.ts";
import { listOf, paragraphs } from "./publication-words.ts";

const say = sayIn("en");

/** What a publication says to the team before somebody has edited it: also what stays with the team, and why. */
export function teamDraft(news: News): string {
  const { first, changes, adjustments, newlyReached, decided, asks, review, today } = news;
  const count = changes.filter(({ kind }) => kind === "milestone").length;
  return paragraphs([
    headline(first, count, adjustments.length),
    listOf(moved(adjustments).map((one) => movedLine(one, today))),
    listOf(otherwise(adjustments)),
    newlyReached.length === 0 ? "" : `Reached: ${newlyReached.join(", ")}.`,
    decided.map(({ title, outcome }) => `Decided: ${title}: ${outcome.replaceAll("_", " ")}.`).join("\n"),
    asks.length === 0
      ? ""
      : `We wait for the client:\n\n${listOf(asks.map(({ title, dueOn }) => (dueOn ? `${title}, due ${say.day(dueOn, today)}` : title)))}`,
    review === null ? "" : `Next review: ${say.day(review.dueOn, today)}.`,
  ]);
}

function headline(first: boolean, milestones: number, adjusted: number): string {
  if (first) return `The plan is published for the first time, with ${counted(milestones, "milestone")}.`;
  if (adjusted > 0) return `We adjusted the plan: ${counted(adjusted, "change")}.`;
  return milestones > 0 ? "We updated the plan." : "Nothing has changed: the plan stands as it is.";
}

/** Each milestone once, from where it stood to where it stands. */
function moved(adjustments: readonly AdjustmentView[]): Moved[] {
  const byMilestone = Map.groupBy(
    adjustments.filter(({ field }) => field === "date"),
    ({ milestoneId }) => milestoneId,
  );
  return [...byMilestone.values()].flatMap((all) => {
    const targets = all.flatMap(({ changes }) => changes.filter(({ field }) => field === "targetOn"));
    const last = all.at(-1);
    const [from, to] = [targets[0]?.from ?? null, targets.at(-1)?.to ?? null];
    return last && from !== to ? [{ last, from, to }] : [];
  });
}

interface Moved {
  last: AdjustmentView;
  from: AdjustmentView["changes"][number]["from"];
  to: AdjustmentView["changes"][number]["to"];
}

function movedLine({ last, from, to }: Moved, today: string): string {
  const day = (on: Moved["from"]) => (typeof on === "string" ? say.day(on, today) : "no date");
  const why = last.because ? `follows ${nameOf(last.because)}` : reasonOf(last);
  return `${nameOf(last)}: ${day(from)} → ${day(to)}${why === "" ? "" : ` (${why})`}`;
}

const FIELDS = { scope: "scope", criteria: "done when", owner: "owner", price: "price" } as const;

/** "M3 Content ready: owner, price (somebody was away)". */
function otherwise(adjustments: readonly AdjustmentView[]): string[] {
  const others = adjustments.flatMap((one) =>
    one.field === "date" ? [] : [{ one, name: FIELDS[one.field] }],
  );
  return [...Map.groupBy(others, ({ one }) => one.milestoneId).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const reasons = new Set(all.map(({ one }) => reasonOf(one)).filter((reason) => reason !== ""));
    const why = reasons.size === 0 ? "" : ` (${[...reasons].join("; ")})`;
    return [`${nameOf(first.one)}: ${[...new Set(all.map(({ name }) => name))].join(", ")} changed${why}`];
  });
}

function reasonOf({ reasonCode, reason }: AdjustmentView): string {
  const text = reasonText({ reasonCode: reasonCode ?? undefined, reason });
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function nameOf({ ref, title }: { ref: string; title: string }): string {
  return `${ref.slice(ref.lastIndexOf("-") + 1)} ${title}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
