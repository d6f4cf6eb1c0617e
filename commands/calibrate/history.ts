import { isCivilDate, type PastSlip, type PastTask, toEpochDay } from "@milepost/planning";
import { type CsvRow, type CsvTable, readCsv } from "./csv.ts";

/** A row that cannot be used, and why. */
export interface Refusal {
  readonly line: number;
  readonly reason: RefusalReason;
}

export type RefusalReason =
  | "not-as-many-values-as-names"
  | "not-a-date"
  | "not-a-number"
  | "estimate-not-above-0"
  | "actual-below-0"
  | "finished-before-it-was-estimated";

export interface HistoryOf<Entry> {
  readonly entries: readonly Entry[];
  readonly refusals: readonly Refusal[];
}

/** A value, or why there is none. */
type Read<Value> = { readonly value: Value } | { readonly reason: RefusalReason };

/** Columns `estimated_on` and `completed_on`, or `date` for both; one that begins with or ends in `estimate`, one in `actual`; `category`, `project`. */
export function readTasks(text: string): HistoryOf<PastTask> {
  const table = readCsv(text);
  const estimate = columnLike(table, "estimate", /^(estimate|.*_estimate|estimate_.*)$/);
  const actual = columnLike(table, "actual", /^(actual|.*_actual|actual_.*)$/);
  const finishedOn = columnLike(table, "completed_on or date", /^(completed_on|date)$/);
  const estimatedOn = table.names.includes("estimated_on") ? "estimated_on" : finishedOn;
  return entriesOf(table, (row) => {
    const [from, to] = [dayOf(row, estimatedOn), dayOf(row, finishedOn)];
    const [planned, taken] = [numberOf(row, estimate), numberOf(row, actual)];
    const bad = [from, to, planned, taken].find((read) => "reason" in read);
    if (bad && "reason" in bad) return bad;
    return taskOf(readValue(from), readValue(to), readValue(planned), readValue(taken), kindOf(row));
  });
}

/** Column `done`, or `completed_on`, or `date`: a row an item. */
export function readDoneDays(text: string): HistoryOf<number> {
  const table = readCsv(text);
  const done = columnLike(table, "done", /^(done|completed_on|date)$/);
  return entriesOf(table, (row) => dayOf(row, done));
}

/** Columns `days_late` and one that begins with `recorded_date` or is called `date`. */
export function readSlips(text: string): HistoryOf<PastSlip> {
  const table = readCsv(text);
  const reached = columnLike(table, "recorded_date or date", /^(date|recorded_date.*)$/);
  const late = columnLike(table, "days_late", /^days_late$/);
  return entriesOf(table, (row) => {
    const [reachedOn, daysLate] = [dayOf(row, reached), numberOf(row, late)];
    if ("reason" in reachedOn) return reachedOn;
    if ("reason" in daysLate) return daysLate;
    return { value: { reachedOn: reachedOn.value, daysLate: daysLate.value } };
  });
}

function taskOf(
  estimatedOn: number,
  finishedOn: number,
  estimate: number,
  actual: number,
  kind: string,
): Read<PastTask> {
  if (estimate <= 0) return { reason: "estimate-not-above-0" };
  if (actual < 0) return { reason: "actual-below-0" };
  if (finishedOn < estimatedOn) return { reason: "finished-before-it-was-estimated" };
  return { value: { estimatedOn, finishedOn, estimate, actual, kind } };
}

function entriesOf<Entry>(table: CsvTable, read: (row: CsvRow) => Read<Entry>): HistoryOf<Entry> {
  const entries: Entry[] = [];
  const refusals: Refusal[] = table.ragged.map((line) => ({ line, reason: "not-as-many-values-as-names" }));
  for (const row of table.rows) {
    const entry = read(row);
    if ("value" in entry) entries.push(entry.value);
    else refusals.push({ line: row.line, reason: entry.reason });
  }
  return { entries, refusals: refusals.sort((a, b) => a.line - b.line) };
}

function columnLike({ names }: CsvTable, wanted: string, pattern: RegExp): string {
  const name = names.find((name) => pattern.test(name));
  if (name === undefined) throw new Error(`The file has no column ${wanted}; it has ${names.join(", ")}.`);
  return name;
}

/** `2026-05-12`, or `26/05/12` as some trackers write it. */
function dayOf({ values }: CsvRow, name: string): Read<number> {
  const text = (values.get(name) ?? "").replace(/^(\d\d)\/(\d\d)\/(\d\d)$/, "20$1-$2-$3");
  return isCivilDate(text) ? { value: toEpochDay(text) } : { reason: "not-a-date" };
}

function numberOf({ values }: CsvRow, name: string): Read<number> {
  const text = values.get(name) ?? "";
  return /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? { value: Number(text) } : { reason: "not-a-number" };
}

function kindOf({ values }: CsvRow): string {
  return `${values.get("category") ?? ""} ${values.get("project") ?? ""}`.trim();
}

function readValue(read: Read<number>): number {
  return "value" in read ? read.value : Number.NaN;
}
