import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { keys } from "../lib/query-keys.ts";

export type InputRound = Shape<"InputRound">;
export type Readiness = Shape<"InputReadiness">;
export type Proposal = Shape<"Proposal">;
export type Patch = Shape<"ProposalPatch">;

const at = (projectId: string) => ({ params: { path: { projectId } } });

/** What a client should find in the plan, with what is missing. */
export const readinessQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "input-readiness"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/input-readiness", at(projectId))),
  });

/** Who of the client has a part in the project, and what would be put before them. */
export const askableQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "publication-preview"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/publication-preview", at(projectId))),
  });

export const inputRoundsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "input-rounds"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/input-rounds", at(projectId)))).items,
  });

export const proposalsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "proposals"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/proposals", at(projectId)))).items,
  });

/** What accepting it, or this counter to it, would change. */
export const effectQuery = ({ id, projectId }: Proposal, counter: Patch | null) =>
  queryOptions({
    queryKey: keys.project(projectId, "proposal-effect", id, JSON.stringify(counter)),
    queryFn: () =>
      answer(
        api.POST("/api/v1/proposals/{proposalId}/effect", {
          params: { path: { proposalId: id } },
          body: counter === null ? {} : { counter },
        }),
      ),
  });

export interface Question {
  personIds: string[];
  deadlineOn: string;
  words: string;
  gapsReason: string;
}

/** Publishes the plan as it stands and sends everybody a link of their own, when the two minutes are over. */
export async function askForInput(client: QueryClient, projectId: string, question: Question): Promise<void> {
  const { hash, last, draft } = await client.fetchQuery({ ...askableQuery(projectId), staleTime: 0 });
  const body = { ...question, clientText: draft.clientText, expectedHash: hash, expectedLast: last };
  await answer(api.POST("/api/v1/projects/{projectId}/input-rounds", { ...at(projectId), body }));
  await refreshPlan(client, projectId);
}

export async function closeRound(client: QueryClient, { id, projectId }: InputRound): Promise<void> {
  await answer(api.POST("/api/v1/input-rounds/{roundId}/close", { params: { path: { roundId: id } } }));
  await refreshPlan(client, projectId);
}

export interface Answer {
  verdict: "accepted" | "countered" | "declined";
  words: string;
  counter?: Patch;
}

export async function answerProposal(
  client: QueryClient,
  { id, projectId }: Proposal,
  body: Answer,
): Promise<void> {
  await answer(
    api.POST("/api/v1/proposals/{proposalId}/answer", { params: { path: { proposalId: id } }, body }),
  );
  await refreshPlan(client, projectId);
}
