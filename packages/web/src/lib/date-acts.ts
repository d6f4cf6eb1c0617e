import type { QueryClient } from "@tanstack/react-query";
import type { ReasonCode } from "./adjustments.ts";
import { answer, api } from "./api.ts";
import { counted } from "./counted.ts";
import { agoText } from "./dates.ts";
import { atMilestone } from "./milestone-acts.ts";
import { type Milestone, planQuery } from "./plan-query.ts";
import { patchMilestone, refreshPlan } from "./plan-writes.ts";
import { ApiProblem } from "./problem.ts";
import { offerUndo } from "./undo.tsx";

/** New dates of a milestone; what is left out stays, null takes a date away. */
export interface NewDates {
  startOn?: string | null;
  targetOn?: string | null;
}

interface SaidOfDates {
  said: string;
  reason?: string;
  reasonCode?: ReasonCode;
  shown?: readonly ShownMove[];
}

type Dated = Pick<Milestone, "id" | "projectId" | "startOn" | "targetOn">;

/**
 * Moves a milestone and what follows it in one change that can be taken back. What the browser has worked out is shown at
 * once; a refusal puts it back.
 */
export async function changeDates(
  client: QueryClient,
  milestone: Dated,
  to: NewDates,
  { said, reason, reasonCode, shown = [] }: SaidOfDates,
): Promise<void> {
  const { id, projectId, startOn, targetOn } = milestone;
  const before = client.getQueryData(planQuery(projectId).queryKey);
  for (const move of shown) patchMilestone(client, projectId, move.milestoneId, { ...move.to });
  try {
    const body = {
      ...to,
      expected: { startOn, targetOn },
      ...(reason ? { reason } : {}),
      ...(reasonCode ? { reasonCode } : {}),
    };
    const done = await answer(
      api.POST("/api/v1/milestones/{milestoneId}/date-change", { ...atMilestone(id), body }),
    );
    offerUndo(said, () => takeBackDates(client, projectId, done.eventId));
    await refreshPlan(client, projectId);
  } catch (error) {
    client.setQueryData(planQuery(projectId).queryKey, before);
    if (error instanceof ApiProblem && error.status === 409) await refreshPlan(client, projectId);
    throw inWords(error);
  }
}

/** Moves a milestone onto a day from outside and all that leads there, as it was shown, in one change that can be taken back. */
export async function computeBack(
  client: QueryClient,
  { id, projectId }: Pick<Milestone, "id" | "projectId">,
  { on, moves, reason, said }: { on: string; moves: readonly ShownMove[]; reason: string; said: string },
): Promise<void> {
  const body = { on, reason, moves: moves.map(({ milestoneId, to }) => ({ milestoneId, ...to })) };
  const done = await answer(
    api.POST("/api/v1/milestones/{milestoneId}/computed-back", { ...atMilestone(id), body }),
  );
  offerUndo(said, () => takeBackDates(client, projectId, done.eventId));
  await refreshPlan(client, projectId);
}

/** Gives several milestones the dates that were chosen for all of them, in one change that can be taken back. */
export async function changeDatesTogether(
  client: QueryClient,
  projectId: string,
  moves: readonly { milestoneId: string; from: Window; to: Window }[],
  reason: string,
): Promise<void> {
  const dates = moves.map(({ milestoneId, from, to }) => ({ milestoneId, expected: { ...from }, ...to }));
  const params = { path: { projectId } };
  const body = { dates, reason };
  const done = await answer(api.POST("/api/v1/projects/{projectId}/date-changes", { params, body }));
  offerUndo(`${counted(done.changes.length, "milestone")} dated`, () =>
    takeBackDates(client, projectId, done.eventId),
  );
  await refreshPlan(client, projectId);
}

interface Window {
  startOn: string | null;
  targetOn: string | null;
}

interface ShownMove {
  milestoneId: string;
  to: Window;
}

export async function takeBackDates(client: QueryClient, projectId: string, eventId: string): Promise<void> {
  const params = { path: { projectId } };
  await answer(api.POST("/api/v1/projects/{projectId}/date-changes/undo", { params, body: { eventId } }));
  await refreshPlan(client, projectId);
}

/** A conflict says when, and that the newer dates are shown. */
function inWords(error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.code !== "dates-changed") return error;
  const { at } = error.facts;
  const when = typeof at === "string" ? ` (${agoText(at)})` : "";
  return new ApiProblem(409, {
    title: "Somebody was faster",
    detail: `${error.message.replace(/\.$/, "")}${when}. The newer dates are shown; move it again if you still want to.`,
  });
}
