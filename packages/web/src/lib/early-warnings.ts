import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { dayText } from "./dates.ts";
import { minutesText } from "./minutes.ts";
import { keys } from "./query-keys.ts";

export type EarlyWarning = Shape<"EarlyWarning">;
export type WarningStep = Shape<"WarningStep">;

/** What will go wrong in a project if nobody acts, strongest first. */
export const warningsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "warnings"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/warnings", { params: { path: { projectId } } })))
        .items,
  });

const count = (number: number | null | undefined, one: string, many = `${one}s`) =>
  `${number ?? 0} ${number === 1 ? one : many}`;
const onDay = (day: string | null | undefined) => (day ? dayText(day) : "an unknown day");
const effort = (minutes: number | undefined) => minutesText(Math.round((minutes ?? 0) / 6) * 6);

const SENTENCES: Record<EarlyWarning["code"], (warning: EarlyWarning) => string> = {
  client_overdue: ({ name, on, days }) =>
    `Waiting for “${name}”, due ${onDay(on)}, ${count(days, "day")} ago.`,
  likely_late: ({ on, days }) => `Likely by ${onDay(on)}, ${count(days, "day")} after its date.`,
  predecessor_late: ({ name, likelyOn, days }) =>
    likelyOn
      ? `“${name}” comes first, and is likely by ${onDay(likelyOn)}, ${count(days, "day")} after its date.`
      : `“${name}” comes first, and is ${count(days, "day")} past its date.`,
  too_much_work: ({ name, needed, available }) =>
    name === undefined
      ? `${effort(needed)} of work until its date, some of it nobody’s yet, and ${effort(available)} to do it in.`
      : `${name} has ${effort(needed)} of work until its date, and ${effort(available)} to do it in.`,
  review_missed: ({ on, skipped, silentDays, heldOn }) => {
    const last = heldOn ? ` Last held ${onDay(heldOn)}.` : "";
    if (silentDays) return `Not reviewed for ${count(silentDays, "day")}.${last}`;
    return on
      ? `The review of ${onDay(on)} was not held.${last}`
      : `Its review was skipped ${count(skipped, "time")} in a row.${last}`;
  },
  criteria_open: ({ open, of, days }) =>
    `${open} of ${count(of, "criterion", "criteria")} without an answer, ${days ? `${count(days, "working day")} before its date` : "and its date has come"}.`,
  no_activity: ({ on, days }) => `Quiet since ${onDay(on)}, ${count(days, "working day")}.`,
  often_adjusted: ({ times }) => `Adjusted ${count(times, "time")} since it was promised.`,
};

/** Why somebody should look, in one sentence. */
export function warningText(warning: EarlyWarning): string {
  return SENTENCES[warning.code](warning);
}
