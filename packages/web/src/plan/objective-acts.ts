import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { type Objective, planQuery } from "../lib/plan-query.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo } from "../lib/undo.tsx";

export type ObjectiveWords = Partial<
  Pick<
    Objective,
    | "statement"
    | "ourReason"
    | "clientReason"
    | "measure"
    | "unit"
    | "baseline"
    | "target"
    | "current"
    | "targetOn"
  >
>;

const at = (objectiveId: string) => ({ params: { path: { objectiveId } } });

export async function createObjective(
  client: QueryClient,
  projectId: string,
  statement: string,
): Promise<Shape<"Objective">> {
  const params = { path: { projectId } };
  const made = await answer(
    api.POST("/api/v1/projects/{projectId}/objectives", { params, body: { statement } }),
  );
  await refreshPlan(client, projectId);
  offerUndo(`“${made.statement}” added`, async () => {
    await answer(api.DELETE("/api/v1/objectives/{objectiveId}", at(made.id)));
    await refreshPlan(client, projectId);
  });
  return made;
}

/** Overwrites words; the way back puts the old ones there. */
export async function changeObjective(
  client: QueryClient,
  objective: Objective,
  change: ObjectiveWords,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const before = Object.fromEntries(
    (Object.keys(change) as (keyof ObjectiveWords)[]).map((key) => [key, objective[key]]),
  );
  const { id, projectId } = objective;
  // After a refusal too: the form shows what others have saved meanwhile.
  await patch(id, objective.revision, change).finally(() => refreshPlan(client, projectId));
  offerUndo("Objective changed", async () => {
    const plan = await client.fetchQuery({ ...planQuery(projectId), staleTime: 0 });
    const now = plan.objectives.find((each) => each.id === id);
    if (now) await patch(id, now.revision, before);
    await refreshPlan(client, projectId);
  });
}

function patch(id: string, revision: number, body: ObjectiveWords): Promise<Shape<"Objective">> {
  return answer(
    api.PATCH("/api/v1/objectives/{objectiveId}", { ...at(id), headers: ifMatch(revision), body }),
  );
}

export async function trashObjective(
  client: QueryClient,
  { id, projectId, statement }: Objective,
): Promise<void> {
  await answer(api.DELETE("/api/v1/objectives/{objectiveId}", at(id)));
  await refreshPlan(client, projectId);
  offerUndo(`“${statement}” is in the trash`, async () => {
    await restoreThing(id, projectId);
    await refreshPlan(client, projectId);
  });
}

/** Puts an objective behind another one; null puts it first. */
export async function orderObjective(
  client: QueryClient,
  { id, projectId }: Objective,
  after: string | null,
  before: string | null,
): Promise<void> {
  const put = async (behind: string | null) => {
    await answer(api.POST("/api/v1/objectives/{objectiveId}/order", { ...at(id), body: { after: behind } }));
    await refreshPlan(client, projectId);
  };
  await put(after);
  offerUndo("Order changed", () => put(before));
}

/** Where the measure stands today. */
export async function addReading(
  client: QueryClient,
  { id, projectId }: Objective,
  reading: { onDate: string; value: number },
): Promise<void> {
  await answer(api.POST("/api/v1/objectives/{objectiveId}/readings", { ...at(id), body: reading }));
  await refreshPlan(client, projectId);
}
