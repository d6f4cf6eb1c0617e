import type { Board } from "../lib/board-query.ts";
import { byItself } from "../lib/by-itself.ts";
import { dayText } from "../lib/dates.ts";
import { valueText } from "../lib/field-values.ts";
import { minutesText } from "../lib/minutes.ts";

interface Happening {
  verb: string;
  data: Record<string, unknown>;
}

const PLAIN: Record<string, string> = {
  "card.changed": "changed the text",
  "card.archived": "archived it",
  "card.unarchived": "brought it back",
  "card.deleted": "deleted it",
  "card.restored": "restored it",
  "card.unblocked": "cleared what blocked it",
  "card.priorityChanged": "changed the priority",
  "card.itemDone": "ticked a line of the checklist",
  "card.itemReopened": "opened a line of the checklist again",
  "card.itemChanged": "reworded a line of the checklist",
  "card.itemMoved": "moved a line of the checklist",
  "card.itemAssigned": "gave a line of the checklist to somebody else",
  "card.itemDated": "changed the day of a line of the checklist",
  "card.itemMadeCard": "made a card of a line of the checklist",
  "card.itemUnmadeCard": "made a line of a card again",
  "card.itemRemoved": "removed a line of the checklist",
  "card.itemRestored": "put back a line of the checklist",
  "card.coverChanged": "changed the cover",
  "card.linkAdded": "added a link",
  "card.linkRemoved": "removed a link",
  "card.dependencyAdded": "let it follow something else",
  "card.dependencyRemoved": "took a dependency away",
  "comment.added": "commented",
  "file.added": "added a file",
};

/** One event of a card as the end of a sentence that begins with a name. */
export function happened(happening: Happening, board: Board): string {
  return `${what(happening, board)}${byItself(happening.data)}`;
}

function what({ verb, data }: Happening, board: Board): string {
  const after = record(data.after);
  switch (verb) {
    case "card.created":
      return made(record(data.madeFrom));
    case "card.moved":
      return movedTo(record(data.to), board);
    case "card.datesChanged":
      return typeof after.dueOn === "string"
        ? `set the due date to ${dayText(after.dueOn)}`
        : "cleared the due date";
    case "card.estimated":
      return typeof after.likely === "number"
        ? `estimated ${minutesText(after.likely)}`
        : "cleared the estimate";
    case "card.blocked":
      return `blocked it: ${String(after.blockedReason ?? "")}`;
    case "card.milestoneChanged":
      return milestone(after.milestoneId, board);
    case "card.itemsAdded":
      return itemsAdded(data);
    case "card.valueChanged":
      return filledIn(data, board);
    case "card.assigned":
      return marks(data, board.people, ["assigned", "unassigned"]);
    case "card.toldOf":
      return `told ${namesOf(data.people, board.people).join(", ")}`;
    case "card.labelled":
      return marks(data, board.labels, ["labelled it", "took away the label"]);
    default:
      return PLAIN[verb] ?? spelled(verb);
  }
}

function made({ kind, name }: Record<string, unknown>): string {
  if (kind === "template") return `made the card from the template ${String(name ?? "that is gone")}`;
  if (kind === "card") return "made the card as a copy";
  return "made the card";
}

function movedTo(to: Record<string, unknown>, board: Board): string {
  if (to.place === "later") return "moved it to Later";
  return `moved it to ${board.columns.find(({ id }) => id === to.columnId)?.name ?? "another column"}`;
}

function itemsAdded({ items, procedureId }: Record<string, unknown>): string {
  const count = Array.isArray(items) ? items.length : 0;
  const lines = count === 1 ? "a line" : `${count} lines`;
  return procedureId ? `added ${lines} of a procedure to the checklist` : `added ${lines} to the checklist`;
}

function milestone(id: unknown, board: Board): string {
  if (!id) return "took it out of its milestone";
  return `put it under ${board.milestones.find((each) => each.id === id)?.title ?? "a milestone"}`;
}

function filledIn({ fieldId, after }: Record<string, unknown>, board: Board): string {
  const field = board.fields.find(({ id }) => id === fieldId);
  if (!field) return "filled in a field";
  return typeof after === "string" && after !== ""
    ? `set ${field.name} to ${valueText(field.kind, after)}`
    : `cleared ${field.name}`;
}

function marks(
  data: Record<string, unknown>,
  list: readonly { id: string; name: string }[],
  [added, removed]: [string, string],
): string {
  const plus = namesOf(data.added, list);
  return plus.length > 0
    ? `${added} ${plus.join(", ")}`
    : `${removed} ${namesOf(data.removed, list).join(", ")}`;
}

function namesOf(ids: unknown, list: readonly { id: string; name: string }[]): string[] {
  return Array.isArray(ids) ? ids.map((id) => list.find((each) => each.id === id)?.name ?? "somebody") : [];
}

/** "checklist.itemTicked" -> "checklist item ticked": a verb that has no words of its own yet. */
function spelled(verb: string): string {
  return verb.replace(".", " ").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
