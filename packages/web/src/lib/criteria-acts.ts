import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "./api.ts";
import { atMilestone } from "./milestone-acts.ts";
import type { Milestone } from "./plan-query.ts";
import { patchMilestone, refreshPlan, takeIn } from "./plan-writes.ts";
import { offerUndo } from "./undo.tsx";

export type Criterion = Shape<"Criterion">;
export type Answer = Criterion["answer"];

const at = (criterionId: string) => ({ params: { path: { criterionId } } });

/** In their order behind those that are there; one way back for all. */
export async function addCriteria(
  client: QueryClient,
  { id, projectId, criteria }: Milestone,
  texts: readonly string[],
): Promise<void> {
  const known = new Set(criteria.map((criterion) => criterion.id));
  const made: string[] = [];
  const takeBack = async () => {
    for (const criterionId of made)
      await answer(api.DELETE("/api/v1/criteria/{criterionId}", at(criterionId)));
    await refreshPlan(client, projectId);
  };
  for (const text of texts) {
    const after = made.at(-1) ?? criteria.at(-1)?.id;
    const body = { text, ...(after ? { after } : {}) };
    const page = await answer(
      api.POST("/api/v1/milestones/{milestoneId}/criteria", { ...atMilestone(id), body }),
    );
    const added = page.criteria.find((one) => !known.has(one.id) && !made.includes(one.id));
    if (added) made.push(added.id);
  }
  await refreshPlan(client, projectId);
  offerUndo(texts.length === 1 ? "Criterion added" : `${texts.length} criteria added`, takeBack);
}

/** Shown at once; the server refuses when somebody else has answered meanwhile. */
export async function answerCriterion(
  client: QueryClient,
  milestone: Milestone,
  criterion: Criterion,
  next: Answer,
  evidence = criterion.evidence,
): Promise<void> {
  const criteria = milestone.criteria.map((each) =>
    each.id === criterion.id ? { ...each, answer: next } : each,
  );
  patchMilestone(client, milestone.projectId, milestone.id, { criteria });
  try {
    await takeIn(client, await putAnswer(criterion.id, next, criterion.answer, evidence));
  } catch (error) {
    await refreshPlan(client, milestone.projectId);
    throw error;
  }
  if (next === criterion.answer) return;
  offerUndo(next === "met" ? "Met" : next === "not_met" ? "Not met" : "No answer", async () =>
    takeIn(client, await putAnswer(criterion.id, criterion.answer, next, criterion.evidence)),
  );
}

function putAnswer(id: string, next: Answer, expected: Answer, evidence: string) {
  const body = { answer: next, expected, evidence };
  return answer(api.POST("/api/v1/criteria/{criterionId}/answer", { ...at(id), body }));
}

export async function changeCriterion(
  client: QueryClient,
  { id, revision }: Criterion,
  body: { text?: string; after?: string | null },
): Promise<void> {
  await takeIn(
    client,
    await answer(
      api.PATCH("/api/v1/criteria/{criterionId}", { ...at(id), headers: ifMatch(revision), body }),
    ),
  );
}

export async function removeCriterion(
  client: QueryClient,
  milestone: Milestone,
  criterion: Criterion,
): Promise<void> {
  await answer(api.DELETE("/api/v1/criteria/{criterionId}", at(criterion.id)));
  await refreshPlan(client, milestone.projectId);
  const body = { criterionId: criterion.id };
  offerUndo("Criterion removed", async () =>
    takeIn(
      client,
      await answer(
        api.POST("/api/v1/milestones/{milestoneId}/criteria/restore", { ...atMilestone(milestone.id), body }),
      ),
    ),
  );
}
