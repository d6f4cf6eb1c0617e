import type { Say } from "../words/say.ts";
import type {
  ApprovalChoiceView,
  ApprovalKindWord,
  ApprovalSnapshotView,
  FrozenChangeView,
} from "./approval-snapshot.view.ts";

/** Who says yes to the change, and who leaves the plan as it is. */
export const ACCEPT = "accept";
const LEAVE = "leave";

/** Decided by choosing one of several answers, where other kinds have one yes. */
export function isChosen(kind: string): boolean {
  return kind === "change" || kind === "question";
}

/** The two answers to an offer; instead of either its people may ask for another one. */
export function choicesOfChange({ dates, priceMinor }: FrozenChangeView): ApprovalChoiceView[] {
  const days = dates.reduce((most, one) => Math.max(most, one.days), 0);
  return [
    { id: ACCEPT, text: "Accept the change", days, priceMinor },
    { id: LEAVE, text: "Leave the plan as it is", days: null, priceMinor: null },
  ];
}

/** Of a change in the reader's language, of a question in the words of who asked. */
export function choiceText(
  say: Say,
  { kind, choices }: { kind: ApprovalKindWord; choices: ApprovalSnapshotView["choices"] },
  id: string | null,
): string | undefined {
  const choice = choices.find((one) => one.id === id);
  if (!choice || kind !== "change") return choice?.text;
  return choice.id === ACCEPT ? say("Accept the change") : say("Leave the plan as it is");
}
