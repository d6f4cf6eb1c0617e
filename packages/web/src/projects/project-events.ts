import type { Shape } from "../lib/api.ts";

const SENTENCES: Record<string, string> = {
  "card.created": "made the card",
  "card.createdTogether": "added several cards at once",
  "card.moved": "moved a card",
  "card.promoted": "made a milestone of a card",
  "card.archived": "archived a card",
  "card.trashed": "deleted a card",
  "card.blocked": "said that a card is blocked",
  "card.unblocked": "cleared what blocked a card",
  "comment.added": "commented",
  "file.added": "added a file",
  "file.versionAdded": "added a version of a file",
  "import.finished": "moved a board in",
  "milestone.created": "added the milestone",
  "milestone.moved": "took a milestone a step on",
  "milestone.datesChanged": "moved dates of milestones",
  "milestone.datesPushed": "moved a milestone along with the one before it",
  "milestone.datesUndone": "put dates of milestones back",
  "milestone.delivered": "handed something in",
  "milestone.criterionAnswered": "answered a criterion",
  "objective.created": "added an objective",
  "objective.measured": "wrote down where an objective stands",
  "project.created": "started the project",
  "project.changed": "changed the head page",
  "project.paused": "paused the project",
  "project.resumed": "resumed the project",
  "project.memberSet": "changed who works on the project",
  "risk.created": "wrote down a risk",
  "risk.changed": "changed a risk",
};

/** One event of a project as the end of a sentence that begins with a name. */
export function projectEvent({ verb, data }: Shape<"Event">): string {
  const sentence = SENTENCES[verb] ?? plainWords(verb);
  const title = typeof data.title === "string" ? data.title : "";
  return title ? `${sentence} “${title}”` : sentence;
}

/** `card.datesChanged` reads "card: dates changed": plain, and right for verbs that come later. */
function plainWords(verb: string): string {
  const [thing = "", happened = ""] = verb.split(".");
  return `${thing}: ${happened.replaceAll(/([A-Z])/g, " $1").toLowerCase()}`;
}
