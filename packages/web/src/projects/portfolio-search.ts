import { type Care, isCare } from "./care.ts";

export const GROUPS = ["client", "lead", "health"] as const;
export type Group = (typeof GROUPS)[number];

/** Figures of the head line that open their list. */
const ONLY = ["silent", "decisions"] as const;
export type Only = (typeof ONLY)[number];

/** What the portfolio's address says: every filter is a link. */
export interface PortfolioSearch {
  health?: string | undefined;
  lead?: string | undefined;
  client?: string | undefined;
  q?: string | undefined;
  group?: Group | undefined;
  care?: Care | undefined;
  only?: Only | undefined;
}

export function readSearch(search: Record<string, unknown>): PortfolioSearch {
  const text = (name: string) =>
    typeof search[name] === "string" && search[name] ? { [name]: search[name] } : {};
  const group = GROUPS.find((each) => each === search.group);
  const only = ONLY.find((each) => each === search.only);
  return {
    ...text("health"),
    ...text("lead"),
    ...text("client"),
    ...text("q"),
    ...(group ? { group } : {}),
    ...(only ? { only } : {}),
    ...(isCare(search.care) ? { care: search.care } : {}),
  };
}
