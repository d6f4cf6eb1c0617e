import type { Say } from "../words/say.ts";
import type { ClientChange } from "./client-diff.ts";

const NAMED = 3;

export interface News {
  first: boolean;
  changes: readonly ClientChange[];
  /** The days on which milestones were reached, by their ids. */
  reached: ReadonlyMap<string, string>;
  /** So that days of this year are told without it. */
  today: string;
}

/** A first sentence of what a publication says, and a line for each date that is new; somebody edits it before it leaves. */
export function draftText(say: Say, news: News): string {
  const { first, changes } = news;
  const lines = changeLines(say, news);
  const all = lines.map((line) => `- ${line}`).join("\n");
  return [headline(say, first, changes), all].filter((part) => part !== "").join("\n\n");
}

function headline(say: Say, first: boolean, changes: readonly ClientChange[]): string {
  const milestones = changes.filter(({ kind }) => kind === "milestone");
  if (first)
    return say("Here is our plan with {count, plural, one {# milestone} other {# milestones}}.", {
      count: milestones.length,
    });
  if (changes.length === 0) return say("Nothing has changed: the plan stands as it is.");
  const adjusted = milestones.filter(({ change }) => change === "changed").map(nameOf);
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

function lineOf(say: Say, change: ClientChange, { reached, today }: News): string[] {
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
  return [
    typeof moved.from === "string"
      ? say("{milestone}: {from} → {to}.", { milestone, from: say.day(moved.from, today), to: day })
      : say("{milestone}: {day}.", { milestone, day }),
  ];
}

function nameOf({ number, title }: ClientChange): string {
  return `M${number} ${title}`;
}

function listed(say: Say, names: readonly string[]): string {
  return new Intl.ListFormat(say.language, { type: "conjunction" }).format(names);
}

/** Only of what counts as reached still. */
export function reachedDays(
  milestones: readonly { id: string; state: string; reachedOn: string | null }[],
): ReadonlyMap<string, string> {
  return new Map(
    milestones.flatMap(({ id, state, reachedOn }) =>
      state === "accepted" && reachedOn !== null ? [[id, reachedOn] as const] : [],
    ),
  );
}
