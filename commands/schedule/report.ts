import type { ScheduledTask } from "@milepost/planning";
import { momentOf } from "../../packages/server/src/imports/mspdi/mspdi-values.ts";
import type { StatedDates } from "../../packages/server/src/imports/mspdi/stated-dates.ts";
import type { ComparedField, Comparison } from "./comparison.ts";

const COLUMNS: readonly {
  readonly title: string;
  readonly field: ComparedField | "critical";
  readonly width: number;
}[] = [
  { title: "start", field: "startAt", width: 17 },
  { title: "finish", field: "finishAt", width: 17 },
  { title: "early start", field: "earlyStartAt", width: 17 },
  { title: "early finish", field: "earlyFinishAt", width: 17 },
  { title: "late start", field: "lateStartAt", width: 17 },
  { title: "late finish", field: "lateFinishAt", width: 17 },
  { title: "total", field: "totalSlack", width: 8 },
  { title: "free", field: "freeSlack", width: 8 },
  { title: "critical", field: "critical", width: 8 },
];

export function headLine(): string {
  return `${"task".padEnd(30)}      ${COLUMNS.map(({ title, width }) => title.padEnd(width)).join(" ")}`.trimEnd();
}

/** Ours above, the file's below; what differs to the minute carries a star. */
export function linesOf({ task, ours, stated, differing }: Comparison): string[] {
  const name = `${task.id} ${task.name ?? ""}${task.manual === undefined ? "" : " (manual)"}`
    .slice(0, 30)
    .padEnd(30);
  return [`${name} ours ${cells(ours, differing)}`, `${"".padEnd(30)} file ${cells(stated, [])}`].map(
    (line) => line.trimEnd(),
  );
}

function cells(values: ScheduledTask | StatedDates, starred: readonly string[]): string {
  return COLUMNS.map(({ field, width }) => {
    const star = starred.includes(field) ? "*" : "";
    return `${textOf(field, values[field])}${star}`.padEnd(width);
  }).join(" ");
}

function textOf(field: string, value: number | boolean | undefined): string {
  if (value === undefined) return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return field.endsWith("Slack") ? String(value) : momentOf(value).slice(0, 16);
}

export interface Summary {
  readonly tasks: number;
  readonly automatic: number;
  readonly automaticAgree: number;
  readonly manual: number;
  readonly manualAgree: number;
  readonly values: number;
  readonly valuesAgree: number;
  readonly disagree: readonly string[];
}

export function summaryOf(comparisons: readonly Comparison[]): Summary {
  const manual = comparisons.filter(({ task }) => task.manual !== undefined);
  const automatic = comparisons.filter(({ task }) => task.manual === undefined);
  const agreeing = (list: readonly Comparison[]) =>
    list.filter(({ differing }) => differing.length === 0).length;
  const count = (pick: (comparison: Comparison) => readonly unknown[]) =>
    comparisons.reduce((sum, each) => sum + pick(each).length, 0);
  const values = count(({ compared }) => compared);
  return {
    tasks: comparisons.length,
    automatic: automatic.length,
    automaticAgree: agreeing(automatic),
    manual: manual.length,
    manualAgree: agreeing(manual),
    values,
    valuesAgree: values - count(({ differing }) => differing),
    disagree: comparisons.flatMap(({ task, differing }) => (differing.length === 0 ? [] : [task.id])),
  };
}
