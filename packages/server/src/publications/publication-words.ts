import type { Say } from "../words/say.ts";
import { type ClientChange, isAdjusted } from "./client-diff.ts";
import type { News } from "./news.ts";
import { reasonForClients } from "./reason-words.ts";

const NAMED = 3;

/**
 * What a publication says to the client before somebody has edited it: a first sentence, a line for each date that is new, what
 * was reached and decided, what is needed from them, and when we look again.
 */
export function draftText(say: Say, news: News): string {
  const lines = changeLines(say, news);
  const asks = news.asks.map(({ title, dueOn }) =>
    dueOn === null ? title : say("{title}, by {day}", { title, day: say.day(dueOn, news.today) }),
  );
  return paragraphs([
    headline(say, news.first, news.changes),
    listOf(lines),
    ...news.notes.map(({ milestone, words }) => (milestone === null ? words : `${milestone}: ${words}`)),
    news.newlyReached.length === 0
      ? ""
      : say("Reached: {milestones}.", { milestones: listed(say, news.newlyReached) }),
    news.decided
      .map(({ title, outcome }) =>
        say("Decided: {title}: {outcome}.", { title, outcome: outcomeWords(say, outcome) }),
      )
      .join("\n"),
    asks.length === 0 ? "" : `${say("What we need from you:")}\n\n${listOf(asks)}`,
    news.review?.clientPart
      ? say("Next review: {day}.", { day: say.day(news.review.dueOn, news.today) })
      : "",
  ]);
}

export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

export function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function outcomeWords(say: Say, outcome: string): string {
  if (outcome === "approved") return say("Approved");
  if (outcome === "changes_requested") return say("Changes requested");
  return outcome === "lapsed" ? say("Accepted as agreed when nobody answered") : say("Decided");
}

function headline(say: Say, first: boolean, changes: readonly ClientChange[]): string {
  const milestones = changes.filter(({ kind }) => kind === "milestone");
  if (first)
    return say("Here is our plan with {count, plural, one {# milestone} other {# milestones}}.", {
      count: milestones.length,
    });
  if (changes.length === 0) return say("Nothing has changed: the plan stands as it is.");
  const adjusted = milestones.filter(isAdjusted).map(nameOf);
  if (adjusted.length === 0) return say("We updated the plan.");
  return adjusted.length > NAMED
    ? say("We adjusted {count} milestones.", { count: adjusted.length })
    : say("We adjusted {milestones}.", { milestones: listed(say, adjusted) });
}

/** What becomes of the milestones, one sentence each. */
function changeLines(say: Say, news: News): string[] {
  return news.changes
    .filter(({ kind }) => kind === "milestone")
    .flatMap((change) => lineOf(say, change, news));
}

function lineOf(say: Say, change: ClientChange, news: News): string[] {
  const { reached, today } = news;
  const milestone = nameOf(change);
  const reachedOn = change.id === null ? undefined : reached.get(change.id);
  const moved = change.fields.find(({ field }) => field === "targetOn");
  const day = typeof moved?.to === "string" ? say.day(moved.to, today) : null;
  const dropped = change.fields.some(({ field, to }) => field === "dropped" && to === true);
  if (change.change === "removed" || dropped)
    return [say("{milestone} is no longer part of the plan.", { milestone })];
  if (reachedOn !== undefined)
    return change.change === "added"
      ? [say("{milestone}: reached on {day}.", { milestone, day: say.day(reachedOn, today) })]
      : [];
  if (change.change === "added")
    return [
      day === null ? say("New: {milestone}.", { milestone }) : say("{milestone}: {day}.", { milestone, day }),
    ];
  if (moved === undefined) return [];
  if (day === null) return [say("{milestone} has no date at the moment.", { milestone })];
  if (typeof moved.from !== "string") return [say("{milestone}: {day}.", { milestone, day })];
  const facts = { milestone, from: say.day(moved.from, today), to: day };
  const reason = reasonForClients(lastMove(news, change.id)?.reasonCode ?? null);
  return [
    reason === null
      ? say("{milestone}: {from} → {to}.", facts)
      : say("{milestone}: {from} → {to} ({reason}).", { ...facts, reason: say(reason) }),
  ];
}

/** A date that moved several times stands where the last move has put it. */
function lastMove({ adjustments }: News, milestoneId: string) {
  return adjustments.findLast((one) => one.milestoneId === milestoneId && one.field === "date");
}

function nameOf({ number, title }: ClientChange): string {
  return `M${number} ${title}`;
}

function listed(say: Say, names: readonly string[]): string {
  return new Intl.ListFormat(say.language, { type: "conjunction" }).format(names);
}
