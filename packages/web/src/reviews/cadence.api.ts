import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Series = Shape<"ReviewSeries">;
export type DueReview = Shape<"DueReview">;
export type Cadence = Series["cadence"];

/** What of a series is set on its page; the rhythm alone decides its dates. */
export type Rhythm = Pick<Series, "cadence" | "everyDays" | "startsOn" | "at">;
export type SeriesFields = Rhythm & Pick<Series, "clientPart" | "remind" | "inviteeIds">;

/** All projects, with what is due first. Every happening in a project is a reason to read it anew. */
export const dueReviewsQuery = queryOptions({
  queryKey: [...keys.portfolio, "reviews"],
  queryFn: async () => (await answer(api.GET("/api/v1/reviews"))).items,
});

export const seriesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "review-series"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/review-series", inProject(projectId))),
  });

/** The next three dates of a rhythm that nobody has saved yet. */
export const comingQuery = (projectId: string, { cadence, everyDays, startsOn, at }: Rhythm) =>
  queryOptions({
    queryKey: keys.project(projectId, "coming-reviews", cadence, String(everyDays), startsOn, at),
    queryFn: async () => {
      const days = everyDays === null ? {} : { everyDays };
      const query = { cadence, startsOn, at, ...days };
      const { items } = await answer(
        api.GET("/api/v1/projects/{projectId}/review-series/preview", {
          params: { path: { projectId }, query },
        }),
      );
      return items;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Over the revision that was seen; null where there was none. */
export async function saveSeries(
  client: QueryClient,
  projectId: string,
  { cadence, everyDays, startsOn, at, clientPart, remind, inviteeIds }: SeriesFields,
  revision: number | null,
): Promise<void> {
  const body = { cadence, everyDays, startsOn, at, clientPart, remind, inviteeIds, revision };
  const sent = answer(
    api.PUT("/api/v1/projects/{projectId}/review-series", { ...inProject(projectId), body }),
  );
  // After a refusal the form shows what others have saved meanwhile.
  sent.catch(() => client.invalidateQueries({ queryKey: seriesQuery(projectId).queryKey }));
  client.setQueryData(seriesQuery(projectId).queryKey, await sent);
  await refreshReviews(client, projectId);
}

export async function endSeries(client: QueryClient, projectId: string): Promise<void> {
  await answer(api.DELETE("/api/v1/projects/{projectId}/review-series", inProject(projectId)));
  await refreshReviews(client, projectId);
}

export async function skipReview(
  client: QueryClient,
  { projectId, reviewId }: { projectId: string; reviewId: string },
  reason: string,
): Promise<void> {
  const params = { path: { reviewId } };
  try {
    await answer(api.POST("/api/v1/reviews/{reviewId}/skip", { params, body: { reason } }));
  } finally {
    await refreshReviews(client, projectId);
  }
}

async function refreshReviews(client: QueryClient, projectId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: keys.project(projectId) }),
    client.invalidateQueries({ queryKey: keys.portfolio }),
  ]);
}

function inProject(projectId: string) {
  return { params: { path: { projectId } } };
}
