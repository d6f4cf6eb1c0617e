import { minorOf } from "../lib/money.ts";
import type { Kind, Wanted } from "./approvals.api.ts";

export interface FilledChoice {
  key: number;
  text: string;
  days: string;
  price: string;
}

/** The form as it is typed. */
export interface Filled {
  kind: Kind;
  milestoneId: string;
  fileIds: string[];
  question: string;
  consequence: string;
  choices: FilledChoice[];
  /** Null until somebody chose: then it is who usually decides. */
  deciders: string[] | null;
  rule: Wanted["rule"];
  dueOn: string;
}

export function noChoice(key: number): FilledChoice {
  return { key, text: "", days: "", price: "" };
}

export const EMPTY: Filled = {
  kind: "completion",
  milestoneId: "",
  fileIds: [],
  question: "",
  consequence: "",
  choices: [noChoice(1), noChoice(2)],
  deciders: null,
  rule: "any",
  dueOn: "",
};

const NEEDS_MILESTONE: readonly Kind[] = ["completion", "definition"];

export function needsMilestone(kind: Kind): boolean {
  return NEEDS_MILESTONE.includes(kind);
}

export function complete({ kind, question, milestoneId, fileIds, choices, deciders }: Filled): boolean {
  if (question.trim() === "" || (deciders ?? []).length === 0) return false;
  if (needsMilestone(kind) && milestoneId === "") return false;
  if (kind === "files" && fileIds.length === 0) return false;
  return kind !== "question" || choices.filter(({ text }) => text.trim() !== "").length > 1;
}

export function wantedOf(filled: Filled, currency: string): Wanted {
  const { kind, milestoneId, fileIds, question, consequence, choices, deciders, rule, dueOn } = filled;
  return {
    kind,
    question: question.trim(),
    rule: kind === "question" ? "any" : rule,
    fileIds,
    consequence,
    ...(milestoneId === "" || kind === "plan" ? {} : { milestoneId }),
    ...(deciders === null || deciders.length === 0
      ? {}
      : { deciders: deciders.map((personId) => ({ personId })) }),
    ...(dueOn === "" ? {} : { dueOn }),
    ...(kind === "question" ? { choices: choices.flatMap((choice) => choiceOf(choice, currency)) } : {}),
  };
}

function choiceOf({ text, days, price }: FilledChoice, currency: string) {
  if (text.trim() === "") return [];
  const count = Number.parseInt(days, 10);
  return [
    {
      text: text.trim(),
      days: Number.isFinite(count) ? count : null,
      priceMinor: price.trim() === "" ? null : minorOf(price, currency),
    },
  ];
}
