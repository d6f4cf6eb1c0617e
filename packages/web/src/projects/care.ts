import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export const CARE = [
  "overdue",
  "dueThisWeek",
  "blocked",
  "withoutOwner",
  "withoutDate",
  "withoutMilestone",
  "milestoneWithoutCards",
  "untouched",
] as const;
export type Care = (typeof CARE)[number];

export const CARE_WORDS: Record<Care, string> = {
  overdue: "Overdue",
  dueThisWeek: "Due this week",
  blocked: "Blocked",
  withoutOwner: "Without owner",
  withoutDate: "Without date",
  withoutMilestone: "Without milestone",
  milestoneWithoutCards: "Milestones without cards",
  untouched: "Not touched for 10 working days",
};

export type Counters = Shape<"Counters">;
export type CareItem = Shape<"CareItem">;

/** Those that want somebody today. */
export const ALARMS = ["overdue", "blocked"] as const satisfies readonly Care[];

/** "1 overdue, 2 blocked."; empty when nothing presses. */
export function pressing(counters: Counters): string {
  const said = ALARMS.filter((counter) => counters[counter] > 0).map(
    (counter) => `${counters[counter]} ${CARE_WORDS[counter].toLowerCase()}`,
  );
  return said.length > 0 ? `${said.join(", ")}.` : "";
}

/** The open things of a project behind one counter. */
export const careQuery = (projectId: string, counter: Care) =>
  queryOptions({
    queryKey: keys.project(projectId, "care", counter),
    queryFn: async () => {
      const params = { path: { projectId }, query: { counter } };
      return (await answer(api.GET("/api/v1/projects/{projectId}/care", { params }))).items;
    },
  });

export function isCare(value: unknown): value is Care {
  return CARE.some((counter) => counter === value);
}
