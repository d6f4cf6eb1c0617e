import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { planQuery, type Risk } from "../lib/plan-query.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo } from "../lib/undo.tsx";

export type RiskWords = Omit<Risk, "id" | "projectId" | "effectDays" | "revision">;

const at = (riskId: string) => ({ params: { path: { riskId } } });

export async function createRisk(client: QueryClient, projectId: string, words: RiskWords): Promise<void> {
  const params = { path: { projectId } };
  const made = await answer(api.POST("/api/v1/projects/{projectId}/risks", { params, body: words }));
  await refreshPlan(client, projectId);
  offerUndo(`“${made.title}” added`, async () => {
    await answer(api.DELETE("/api/v1/risks/{riskId}", at(made.id)));
    await refreshPlan(client, projectId);
  });
}

export async function changeRisk(client: QueryClient, risk: Risk, words: Partial<RiskWords>): Promise<void> {
  if (Object.keys(words).length === 0) return;
  const { id, projectId, revision } = risk;
  const before = Object.fromEntries(
    (Object.keys(words) as (keyof RiskWords)[]).map((key) => [key, risk[key]]),
  );
  // After a refusal too: the form shows what others have saved meanwhile.
  await patch(id, revision, words).finally(() => refreshPlan(client, projectId));
  offerUndo(`“${risk.title}” changed`, async () => {
    const plan = await client.fetchQuery({ ...planQuery(projectId), staleTime: 0 });
    const now = plan.risks.find((each) => each.id === id);
    if (now) await patch(id, now.revision, before);
    await refreshPlan(client, projectId);
  });
}

function patch(id: string, revision: number, body: Partial<RiskWords>): Promise<Risk> {
  return answer(api.PATCH("/api/v1/risks/{riskId}", { ...at(id), headers: ifMatch(revision), body }));
}

export async function trashRisk(client: QueryClient, { id, projectId, title }: Risk): Promise<void> {
  await answer(api.DELETE("/api/v1/risks/{riskId}", at(id)));
  await refreshPlan(client, projectId);
  offerUndo(`“${title}” is in the trash`, async () => {
    await restoreThing(id, projectId);
    await refreshPlan(client, projectId);
  });
}
