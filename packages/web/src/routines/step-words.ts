import type { Board } from "../lib/board-query.ts";
import type { Step } from "./buttons.api.ts";

export const DOES: readonly { value: Step["do"]; label: string }[] = [
  { value: "move", label: "Move to" },
  { value: "milestone", label: "Put under" },
  { value: "assign", label: "Assign" },
  { value: "label", label: "Label" },
  { value: "due", label: "Set due" },
  { value: "tickAll", label: "Tick the whole checklist" },
  { value: "archive", label: "Archive" },
];

export const PLACES = [
  { value: "card", label: "On each card" },
  { value: "board", label: "For the cards that are selected together" },
] as const;

/** For a step that means nobody or nothing in particular. */
const NONE = "";

/** What a step can be about, as choices; empty for those that are about nothing. */
export function choicesOf(step: Step, { columns, milestones, people, labels }: Board) {
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  switch (step.do) {
    case "move":
      return named(columns);
    case "label":
      return named(labels);
    case "assign":
      return [{ value: NONE, label: "whoever presses" }, ...named(people)];
    case "milestone":
      return [
        { value: NONE, label: "no milestone" },
        ...milestones.map(({ id, title }) => ({ value: id, label: title })),
      ];
    default:
      return [];
  }
}

export function chosenIn(step: Step): string {
  switch (step.do) {
    case "move":
      return step.columnId;
    case "label":
      return step.labelId;
    case "assign":
      return step.personId ?? NONE;
    case "milestone":
      return step.milestoneId ?? NONE;
    default:
      return NONE;
  }
}

/** The step about something else. */
export function choose(step: Step, id: string): Step {
  switch (step.do) {
    case "move":
      return { ...step, columnId: id };
    case "label":
      return { ...step, labelId: id };
    case "assign":
      return { ...step, personId: id === NONE ? null : id };
    case "milestone":
      return { ...step, milestoneId: id === NONE ? null : id };
    default:
      return step;
  }
}

/** A step of this kind with the first that it can be about; null where the project has none. */
export function freshStep(does: Step["do"], { columns, labels }: Board): Step | null {
  const [column] = columns.slice(-1);
  const [label] = labels;
  switch (does) {
    case "move":
      return column ? { do: does, columnId: column.id } : null;
    case "label":
      return label ? { do: does, labelId: label.id } : null;
    case "assign":
      return { do: does, personId: null };
    case "milestone":
      return { do: does, milestoneId: null };
    case "due":
      return { do: does, inDays: 2 };
    default:
      return { do: does };
  }
}

/** "Move to Done, Assign whoever presses". */
export function stepsWords(steps: readonly Step[], board: Board): string {
  return steps.map((step) => stepWords(step, board)).join(" · ");
}

function stepWords(step: Step, board: Board): string {
  if (step.do === "due") return `Due in ${step.inDays} working ${step.inDays === 1 ? "day" : "days"}`;
  const does = DOES.find(({ value }) => value === step.do)?.label ?? "";
  const choices = choicesOf(step, board);
  if (choices.length === 0) return does;
  return `${does} ${choices.find(({ value }) => value === chosenIn(step))?.label ?? "what is gone"}`;
}
