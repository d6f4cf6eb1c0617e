import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { ApiProblem } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";

export type Review = Shape<"Review">;
export type ReviewLine = Shape<"ReviewLine">;
export type ReviewDate = Shape<"ReviewDate">;
export type PastReview = Shape<"PastReview">;
export type ReviewAgenda = Shape<"ReviewAgenda">;
export type ReviewAction = Shape<"ReviewAction">;
export type StatedWord = Shape<"StatedWord">;
export type LineDecision = Shape<"LineDecision">;

/** What is said of one line; what is left out stays. */
export interface LineChange {
  stated?: StatedWord | null;
  evidence?: string;
  decision?: LineDecision;
  reasonCode?: Shape<"ReasonCode"> | null;
  reason?: string;
  clientNote?: string;
  move?: { targetOn: string; expected: { startOn: string | null; targetOn: string | null } };
  openCards?: { to: string };
  redefine?: {
    outcome: string;
    criteria: { id: string | null; text: string }[];
    expected: { outcome: string; criteria: string[] };
  };
  split?: { title: string; targetOn: string | null; criterionIds: string[]; cardIds: string[] };
}

const one = (reviewId: string) => ({ params: { path: { reviewId } } });

/** When a project is reviewed next, and its reviews before, the newest date first. */
export const reviewsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "reviews"),
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/reviews", { params: { path: { projectId } } })),
  });

export const reviewQuery = (projectId: string, reviewId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "review", reviewId),
    queryFn: () => answer(api.GET("/api/v1/reviews/{reviewId}", one(reviewId))),
  });

/** What a review is about, read from the project as it is now. */
export const agendaQuery = (projectId: string, reviewId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "agenda", reviewId),
    queryFn: () => answer(api.GET("/api/v1/reviews/{reviewId}/agenda", one(reviewId))),
  });

/** The one that is going on, or that is due, or one for now. */
export async function openReview(client: QueryClient, projectId: string): Promise<void> {
  const review = await answer(
    api.POST("/api/v1/projects/{projectId}/reviews", { params: { path: { projectId } } }),
  );
  show(client, review);
  await client.invalidateQueries({ queryKey: reviewsQuery(projectId).queryKey });
}

type Over = Pick<ReviewLine, "milestoneId" | "revision">;

/** By line: the words of this window that are on their way, and the revision that they make. */
const onTheWay = new Map<string, Promise<number | null>>();

/** Answers with the revision that it made. Whoever comes back to a line before its last words have arrived writes over these words, not beside them. */
export async function sayLine(
  client: QueryClient,
  review: Review,
  { milestoneId, revision }: Over,
  change: LineChange,
): Promise<number> {
  const line = `${review.id} ${milestoneId}`;
  const before = onTheWay.get(line) ?? Promise.resolve(null);
  const sent = before.then((own) => send(client, review, { milestoneId, revision: own ?? revision }, change));
  const after = sent.catch(() => null);
  onTheWay.set(line, after);
  try {
    return (await sent) ?? revision;
  } finally {
    if (onTheWay.get(line) === after) onTheWay.delete(line);
  }
}

/** Somebody else's newer words are read before the refusal is told. */
async function send(
  client: QueryClient,
  review: Review,
  { milestoneId, revision }: Over,
  change: LineChange,
): Promise<number | null> {
  try {
    const params = { path: { reviewId: review.id, milestoneId } };
    const said = await answer(
      api.PATCH("/api/v1/reviews/{reviewId}/lines/{milestoneId}", {
        params,
        headers: ifMatch(revision),
        body: change,
      }),
    );
    show(client, said);
    if (change.move || change.decision) await refreshPlan(client, review.project.id);
    return said.lines.find((line) => line.milestoneId === milestoneId)?.revision ?? null;
  } catch (error) {
    if (error instanceof ApiProblem && [409, 412].includes(error.status)) await refresh(client, review);
    throw error;
  }
}

export async function addAction(
  client: QueryClient,
  review: Review,
  body: { title: string; milestoneId: string | null; ownerId: string | null; dueOn: string | null },
): Promise<void> {
  show(client, await answer(api.POST("/api/v1/reviews/{reviewId}/actions", { ...one(review.id), body })));
}

export async function removeAction(client: QueryClient, review: Review, actionId: string): Promise<void> {
  const params = { path: { reviewId: review.id, actionId } };
  await answer(api.DELETE("/api/v1/reviews/{reviewId}/actions/{actionId}", { params }));
  await refresh(client, review);
}

export async function readMeasure(
  client: QueryClient,
  review: Review,
  objectiveId: string,
  value: number,
): Promise<void> {
  const params = { path: { reviewId: review.id, objectiveId } };
  await answer(api.PUT("/api/v1/reviews/{reviewId}/readings/{objectiveId}", { params, body: { value } }));
  await refresh(client, review);
}

/** Whoever of the client is invited is mailed once; those who were invited before stay so. */
export async function openClientPart(
  client: QueryClient,
  review: Review,
  personIds: readonly string[],
): Promise<void> {
  const body = { personIds: [...personIds] };
  show(client, await answer(api.POST("/api/v1/reviews/{reviewId}/client-part", { ...one(review.id), body })));
}

/** A link to the client's part, to give by hand. */
export async function handOverPart(review: Review, contactId: string): Promise<string> {
  const params = { path: { reviewId: review.id, contactId } };
  return (await answer(api.POST("/api/v1/reviews/{reviewId}/client-part/{contactId}/link", { params }))).url;
}

export function placeReview(reviewId: string, milestoneId: string): Promise<unknown> {
  return answer(api.PUT("/api/v1/reviews/{reviewId}/place", { ...one(reviewId), body: { milestoneId } }));
}

export function attend(reviewId: string): Promise<unknown> {
  return answer(api.POST("/api/v1/reviews/{reviewId}/attendance", one(reviewId)));
}

export async function takeLead(client: QueryClient, review: Review): Promise<void> {
  await answer(api.PUT("/api/v1/reviews/{reviewId}/lead", one(review.id)));
  await refresh(client, review);
}

export async function closeReview(client: QueryClient, review: Review, untoldReason: string): Promise<void> {
  const body = untoldReason === "" ? {} : { untoldReason };
  show(client, await answer(api.POST("/api/v1/reviews/{reviewId}/close", { ...one(review.id), body })));
  await client.invalidateQueries({ queryKey: reviewsQuery(review.project.id).queryKey });
}

function show(client: QueryClient, review: Review): void {
  client.setQueryData(reviewQuery(review.project.id, review.id).queryKey, review);
}

export function refresh(client: QueryClient, review: Review): Promise<void> {
  return client.invalidateQueries({ queryKey: reviewQuery(review.project.id, review.id).queryKey });
}
