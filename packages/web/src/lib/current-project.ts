import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { createContext, use } from "react";
import { answer, api, type Shape } from "./api.ts";
import { ApiProblem } from "./problem.ts";
import { keys } from "./query-keys.ts";
import { useMe } from "./session.ts";

export type Project = Shape<"Project">;

export const projectsQuery = queryOptions({
  queryKey: keys.projects,
  queryFn: async () => (await answer(api.GET("/api/v1/projects"))).items,
});

export const CurrentProject = createContext<Project | null>(null);

/** The project of the address (`/p/acme/...`), on every page below it. */
export function useProject(): Project {
  const project = use(CurrentProject);
  if (!project) throw new Error("useProject is for pages below /p/");
  return project;
}

/** Who decides about plan and board here: owners, admins and the project's lead. */
export function useManages(): boolean {
  const { role } = useMe();
  const myRole = use(CurrentProject)?.myRole;
  return role === "owner" || role === "admin" || myRole === "lead";
}

/** One project, also when it is archived and so in no list. */
export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "head"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}", { params: { path: { projectId } } })),
  });

/** Addresses carry the key ("acme"), the API wants the id; archived projects keep their addresses. */
export async function projectByKey(client: QueryClient, key: string): Promise<Project> {
  const wanted = key.toUpperCase();
  const here = (await client.ensureQueryData(projectsQuery)).find((project) => project.key === wanted);
  if (here) return here;
  const { items } = await answer(api.GET("/api/v1/projects", { params: { query: { archived: "true" } } }));
  const archived = items.find((project) => project.key === wanted);
  if (archived) return archived;
  throw new ApiProblem(404, {
    title: "Not found",
    detail: `There is no project ${wanted} that you can see.`,
  });
}
