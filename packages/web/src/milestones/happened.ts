import { dayText } from "../lib/dates.ts";
import { percentText } from "../lib/forecast-words.ts";
import { STATE_NAMES } from "../lib/milestone-words.ts";

interface Happening {
  verb: string;
  data: Record<string, unknown>;
}

const PLAIN: Record<string, string> = {
  "milestone.created": "added the milestone",
  "milestone.changed": "changed its text or facts",
  "milestone.deleted": "put it into the trash",
  "milestone.restored": "took it out of the trash",
  "milestone.rolesGiven": "changed who does what",
  "milestone.partClear": "said that their part is clear",
  "milestone.questionAsked": "asked about their part",
  "milestone.objectivesLinked": "changed the objectives it serves",
  "milestone.dependencyAdded": "added a dependency",
  "milestone.dependencyRemoved": "removed a dependency",
  "milestone.datesUndone": "put the dates back",
  "milestone.criterionAdded": "added a criterion",
  "milestone.criterionChanged": "reworded a criterion",
  "milestone.criterionRemoved": "removed a criterion",
  "milestone.criterionRestored": "put a criterion back",
  "milestone.criterionAnswered": "answered a criterion",
  "milestone.deliverableAdded": "added something to hand in",
  "milestone.delivered": "handed something in",
  "milestone.deliverableChanged": "changed something to hand in",
  "milestone.deliveryTakenBack": "took back what was handed in",
  "milestone.deliverableRemoved": "removed something to hand in",
  "milestone.deliverableRestored": "put something to hand in back",
  "milestone.healthStated": "said otherwise than the figures how it is",
  "milestone.healthStatementEnded": "left its health to the figures again",
  "milestone.adjustmentExplained": "said why it was adjusted",
  "card.promoted": "made it of a card",
  "thanks.written": "thanked the client",
  "thanks.changed": "reworded the thank-you to the client",
  "thanks.takenBack": "took the thank-you to the client back",
  "comment.added": "commented",
  "file.added": "added a file",
};

/** One event of a milestone as the end of a sentence that begins with a name; `numberOf` tells the others of its plan. */
export function happened(
  { verb, data }: Happening,
  milestoneId: string,
  numberOf: (id: string) => number | undefined,
): string {
  if (verb === "milestone.moved") return `moved it to ${stateName(data.to)}${atChance(data)}`;
  const dates = changeOf(data, milestoneId);
  if (verb === "milestone.datesPushed") {
    const number = causeOf(data, numberOf);
    const what = "undoes" in data ? "put the dates back" : `moved it along ${dates ?? ""}`;
    return number ? `${what} with M${number}` : what;
  }
  if (verb === "milestone.openCardsMoved") return openCardsMoved(data, numberOf);
  if (dates && verb !== "milestone.datesUndone") return `moved it ${dates}`;
  return PLAIN[verb] ?? wordsOf(verb);
}

function openCardsMoved(
  { cards, to }: Record<string, unknown>,
  numberOf: (id: string) => number | undefined,
): string {
  const count = Array.isArray(cards) ? cards.length : 0;
  const what = count === 1 ? "1 open card" : `${count} open cards`;
  if (to === "done") return `marked ${what} as done`;
  if (to === "archive") return `archived ${what}`;
  if (to === "later") return `moved ${what} to Later`;
  const number = numberOf(String(to));
  return `moved ${what} to ${number ? `M${number}` : "another milestone"}`;
}

/** Why, where somebody said so. */
export function reasonOf({ data }: Happening): string {
  return typeof data.reason === "string" ? data.reason : "";
}

/** A date that will hardly be met was agreed to knowingly. */
function atChance({ chance }: Record<string, unknown>): string {
  return typeof chance === "number" ? ` at a chance of ${percentText(chance).toLowerCase()}` : "";
}

function stateName(state: unknown): string {
  const found = Object.entries(STATE_NAMES).find(([key]) => key === state);
  return (found?.[1] ?? String(state)).toLowerCase();
}

/** The number of the milestone that pushed this one. */
function causeOf(
  { because }: Record<string, unknown>,
  numberOf: (id: string) => number | undefined,
): number | undefined {
  const cause = typeof because === "object" && because !== null ? because : {};
  return "milestoneId" in cause && typeof cause.milestoneId === "string"
    ? numberOf(cause.milestoneId)
    : undefined;
}

interface Change {
  milestoneId: string;
  before: { startOn?: unknown; targetOn?: unknown };
  after: { startOn?: unknown; targetOn?: unknown };
}

function changeOf(data: Record<string, unknown>, milestoneId: string): string | null {
  if (!Array.isArray(data.changes)) return null;
  const own = data.changes.filter(isChange).find((change) => change.milestoneId === milestoneId);
  if (!own) return null;
  const { before, after } = own;
  if (before.targetOn === after.targetOn) return `to start ${dayOr(after.startOn)}`;
  return `from ${dayOr(before.targetOn)} to ${dayOr(after.targetOn)}`;
}

function isChange(value: unknown): value is Change {
  return typeof value === "object" && value !== null && "before" in value && "after" in value;
}

function dayOr(day: unknown): string {
  return typeof day === "string" ? dayText(day) : "no date";
}

/** "milestone.newThing" as "new thing": an event that this page does not know yet. */
function wordsOf(verb: string): string {
  const [, last = verb] = verb.split(".");
  return last.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}
