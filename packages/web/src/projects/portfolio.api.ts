import { queryOptions } from "@tanstack/react-query";
import type { Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { untyped } from "../lib/untyped.ts";
import type { Counters } from "./care.ts";

export interface PortfolioMilestone {
  id: string;
  number: number;
  title: string;
  targetOn: string | null;
  state: string;
  health: { word: string; below: string | null } | null;
}

export interface PortfolioProject {
  id: string;
  key: string;
  name: string;
  client: { id: string; name: string } | null;
  lead: { id: string; name: string } | null;
  state: string;
  pausedAt: string | null;
  health: { word: Shape<"HealthWord">; reasons: Shape<"HealthReason">[] };
  progress: { doneCount: number; count: number; percent: number };
  milestones: PortfolioMilestone[];
  counters: Counters;
  openCards: number;
}

export interface Portfolio {
  today: string;
  projects: PortfolioProject[];
}

export const portfolioQuery = queryOptions({
  queryKey: keys.portfolio,
  queryFn: () => untyped<Portfolio>("GET", "/portfolio"),
});
