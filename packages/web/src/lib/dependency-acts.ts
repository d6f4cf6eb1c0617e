import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import type { Dependency } from "./plan-query.ts";
import { refreshPlan } from "./plan-writes.ts";
import { offerUndo } from "./undo.tsx";

export type LinkKind = Dependency["kind"];

interface End {
  kind: "milestone" | "card";
  id: string;
}

export interface NewDependency {
  from: End;
  to: End;
  kind: LinkKind;
  lagDays: number;
}

export async function addDependency(
  client: QueryClient,
  projectId: string,
  wanted: NewDependency,
): Promise<void> {
  const made = await add(projectId, wanted);
  await refreshPlan(client, projectId);
  offerUndo("Dependency added", async () => {
    await remove(made.id);
    await refreshPlan(client, projectId);
  });
}

export async function removeDependency(client: QueryClient, dependency: Dependency): Promise<void> {
  const { id, projectId, from, to, kind, lagDays } = dependency;
  await remove(id);
  await refreshPlan(client, projectId);
  offerUndo("Dependency removed", async () => {
    await add(projectId, { from: endOf(from), to: endOf(to), kind, lagDays });
    await refreshPlan(client, projectId);
  });
}

function add(projectId: string, body: NewDependency): Promise<Dependency> {
  return answer(
    api.POST("/api/v1/projects/{projectId}/dependencies", { params: { path: { projectId } }, body }),
  );
}

function remove(dependencyId: string): Promise<void> {
  return answer(api.DELETE("/api/v1/dependencies/{dependencyId}", { params: { path: { dependencyId } } }));
}

const endOf = ({ kind, id }: End): End => ({ kind, id });
