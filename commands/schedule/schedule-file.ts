import { readFileSync, writeFileSync } from "node:fs";
import { scheduleTasks } from "@milepost/planning";
import { readMspdi } from "../../packages/server/src/imports/mspdi/read-mspdi.ts";
import { writeMspdi } from "../../packages/server/src/imports/mspdi/write-mspdi.ts";
import { compare } from "./comparison.ts";
import type { Options } from "./options.ts";
import { headLine, linesOf, summaryOf } from "./report.ts";

/** Schedules the plan of a file and says how far that agrees with the file; whether all of it does is the answer. */
export function scheduleFile({ file, write }: Options, say: (line: string) => void): boolean {
  const { plan, stated } = readMspdi(readFileSync(file, "utf8"));
  const schedule = scheduleTasks(plan);
  if (!schedule.ok)
    throw new Error(`The plan cannot be scheduled: ${schedule.code} ${JSON.stringify(schedule.missing)}`);
  if (write !== undefined) writeFileSync(write, writeMspdi(plan, schedule));
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const comparisons = schedule.tasks.flatMap((ours) => {
    const task = tasks.get(ours.id);
    return task === undefined ? [] : [compare(task, ours, stated.get(ours.id) ?? {})];
  });
  say(headLine());
  for (const line of comparisons.flatMap(linesOf)) say(line);
  const summary = summaryOf(comparisons);
  say(JSON.stringify(summary));
  return summary.disagree.length === 0;
}
