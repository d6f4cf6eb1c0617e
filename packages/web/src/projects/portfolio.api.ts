import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type PortfolioProject = Shape<"PortfolioProject">;
export type RoadMilestone = Shape<"RoadMilestone">;
export type Overview = Shape<"Overview">;

export const portfolioQuery = queryOptions({
  queryKey: keys.portfolio,
  queryFn: () => answer(api.GET("/api/v1/portfolio")),
});

export const overviewQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "overview"),
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/overview", { params: { path: { projectId } } })),
  });
