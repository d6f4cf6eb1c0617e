import type { Template, TemplateMeasure, TemplateObjective } from "@milepost/planning";
import type { Change } from "./template-changes.ts";

/** An objective of a template as it is typed: amounts are fields, days count from 1. */
export interface ObjectiveWords {
  statement: string;
  clientReason: string;
  ourReason: string;
  measure: string;
  unit: string;
  baseline: number | string;
  target: number | string;
  by: number | string;
}

export const NO_OBJECTIVE: ObjectiveWords = {
  statement: "",
  clientReason: "",
  ourReason: "",
  measure: "",
  unit: "",
  baseline: "",
  target: "",
  by: "",
};

export function wordsOfObjective(objective: TemplateObjective): ObjectiveWords {
  const { statement, clientReason, ourReason, measure, targetDay } = objective;
  return {
    statement,
    clientReason,
    ourReason,
    measure: measure?.name ?? "",
    unit: measure?.unit ?? "",
    baseline: measure?.baseline ?? "",
    target: measure?.target ?? "",
    by: targetDay === null ? "" : targetDay + 1,
  };
}

/** The objective that was typed, or why it cannot be read. */
export function readObjective(key: string, words: ObjectiveWords): TemplateObjective | string {
  const { statement, clientReason, ourReason, by } = words;
  const measure = readMeasure(words);
  if (typeof measure === "string") return measure;
  const targetDay = by === "" ? null : Number(by) - 1;
  return { key, statement: statement.trim(), clientReason, ourReason, measure, targetDay };
}

function readMeasure({ measure, unit, baseline, target }: ObjectiveWords): TemplateMeasure | string | null {
  const name = measure.trim();
  if (name !== "") return { name, unit: unit.trim(), baseline: amount(baseline), target: amount(target) };
  const isBare = unit.trim() === "" && amount(baseline) === null && amount(target) === null;
  return isBare ? null : "Say what is measured, or leave its numbers and unit empty.";
}

function amount(value: number | string): number | null {
  return value === "" || Number.isNaN(Number(value)) ? null : Number(value);
}

/** In the place of the one with its key, or after all others. */
export function withObjective({ objectives }: Template, objective: TemplateObjective): Change {
  const isThere = objectives.some(({ key }) => key === objective.key);
  if (!isThere) return { objectives: [...objectives, objective] };
  return { objectives: objectives.map((each) => (each.key === objective.key ? objective : each)) };
}

/** No milestone serves it any more. */
export function withoutObjective({ objectives, milestones }: Template, key: string): Change {
  return {
    objectives: objectives.filter((each) => each.key !== key),
    milestones: milestones.map((each) => ({
      ...each,
      objectiveKeys: each.objectiveKeys.filter((served) => served !== key),
    })),
  };
}
