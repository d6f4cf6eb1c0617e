import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { ApiProblem } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";

export type Moment = Shape<"ReachedMoment">;
export type Thanks = Shape<"Thanks">;

export const momentsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "moments"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/moments", { params: { path: { projectId } } })))
        .items,
  });

export async function seeMoment(milestoneId: string): Promise<void> {
  await answer(
    api.POST("/api/v1/milestones/{milestoneId}/moment-seen", { params: { path: { milestoneId } } }),
  );
}

interface OfMilestone {
  id: string;
  projectId: string;
}

/** Null where there is nobody to thank. */
export const thanksQuery = ({ id: milestoneId, projectId }: OfMilestone) =>
  queryOptions({
    queryKey: keys.project(projectId, "thanks", milestoneId),
    queryFn: async () => {
      try {
        return await answer(
          api.GET("/api/v1/milestones/{milestoneId}/thanks", { params: { path: { milestoneId } } }),
        );
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });

/** Written for the first time, or over what waits. */
export async function keepThanks(
  client: QueryClient,
  milestone: OfMilestone,
  { revision }: Pick<Thanks, "revision">,
  words: string,
): Promise<void> {
  const params = { path: { milestoneId: milestone.id } };
  const kept = await (revision === 0
    ? answer(api.POST("/api/v1/milestones/{milestoneId}/thanks", { params, body: { words } }))
    : answer(
        api.PATCH("/api/v1/milestones/{milestoneId}/thanks", {
          params,
          headers: ifMatch(revision),
          body: { words },
        }),
      ));
  client.setQueryData(thanksQuery(milestone).queryKey, kept);
}

export async function takeThanksBack(client: QueryClient, milestone: OfMilestone): Promise<void> {
  const params = { path: { milestoneId: milestone.id } };
  await answer(api.DELETE("/api/v1/milestones/{milestoneId}/thanks", { params }));
  await client.invalidateQueries({ queryKey: thanksQuery(milestone).queryKey });
}
