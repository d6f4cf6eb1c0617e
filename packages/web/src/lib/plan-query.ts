import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { keys } from "./query-keys.ts";

const readPlan = (projectId: string) =>
  answer(api.GET("/api/v1/projects/{projectId}/plan", { params: { path: { projectId } } }));

export type Plan = Awaited<ReturnType<typeof readPlan>>;
export type Milestone = Shape<"PlanMilestone">;
export type Objective = Shape<"PlanObjective">;
export type Finding = Shape<"Finding">;
export type Risk = Shape<"Risk">;
export type Dependency = Shape<"Dependency">;

/** Objectives, milestones, dates, risks and findings of a project in one read. */
export const planQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "plan"),
    queryFn: () => readPlan(projectId),
  });

/** Everybody who can be given work or be mentioned in a project. */
export const projectPeopleQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "people"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/people", { params: { path: { projectId } } })))
        .items,
  });
