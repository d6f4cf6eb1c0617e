import { queryOptions } from "@tanstack/react-query";
import { keys } from "../lib/query-keys.ts";
import { untyped } from "../lib/untyped.ts";

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

export type Counters = Record<Care, number>;

export interface CareItem {
  kind: "card" | "milestone";
  id: string;
  ref: string;
  title: string;
  dueOn: string | null;
}

/** The open things of a project behind one counter. */
export const careQuery = (projectId: string, counter: Care) =>
  queryOptions({
    queryKey: keys.project(projectId, "care", counter),
    queryFn: async () =>
      (await untyped<{ items: CareItem[] }>("GET", `/projects/${projectId}/care`, { query: { counter } }))
        .items,
  });

export function isCare(value: unknown): value is Care {
  return CARE.some((counter) => counter === value);
}
