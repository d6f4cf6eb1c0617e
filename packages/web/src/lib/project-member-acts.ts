import { answer, api } from "./api.ts";

export type Part = "lead" | "money" | "member";

const at = (projectId: string, personId: string) => ({ params: { path: { projectId, personId } } });

/** Somebody comes onto a project, or does something else there. */
export function putOnProject(projectId: string, personId: string, part: Part) {
  const body = part === "lead" ? { role: part } : ({ role: "member", seesMoney: part === "money" } as const);
  return answer(
    api.PUT("/api/v1/projects/{projectId}/members/{personId}", { ...at(projectId, personId), body }),
  );
}

export function takeOffProject(projectId: string, personId: string) {
  return answer(api.DELETE("/api/v1/projects/{projectId}/members/{personId}", at(projectId, personId)));
}
