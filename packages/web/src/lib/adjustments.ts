import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { refreshPlan } from "./plan-writes.ts";
import { keys } from "./query-keys.ts";

export type Adjustment = Shape<"Adjustment">;
export type ReasonCode = Shape<"ReasonCode">;

/** Why something that was promised is another one now, in words that blame nobody. */
export const REASONS: readonly { value: ReasonCode; label: string }[] = [
  { value: "client_input_late", label: "Client input late" },
  { value: "scope_grew", label: "Scope grew" },
  { value: "estimate_too_low", label: "Estimate was too low" },
  { value: "somebody_away", label: "Somebody was away" },
  { value: "waiting_for_third_party", label: "Waiting for a third party" },
  { value: "other_milestone_moved", label: "Another milestone moved" },
  { value: "technical_difficulty", label: "Technical difficulty" },
  { value: "earlier_than_planned", label: "Earlier than planned" },
  { value: "agreed_with_client", label: "Agreed with the client" },
  { value: "other", label: "Other" },
];

/** What was changed of what had been promised, newest first. */
export const adjustmentsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "adjustments"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/adjustments", { params: { path: { projectId } } })))
        .items,
  });

export async function explain(
  client: QueryClient,
  { id, projectId }: Adjustment,
  why: { reasonCode: ReasonCode | null; reason: string },
): Promise<void> {
  const params = { path: { adjustmentId: id } };
  await answer(api.PATCH("/api/v1/adjustments/{adjustmentId}", { params, body: why }));
  await refreshPlan(client, projectId);
}

/** "Client input late: the texts came on Friday", "M2 moved"; empty where nobody said why. */
export function whyText({ reasonCode, reason, because }: Adjustment): string {
  if (because) return `${because.ref.slice(because.ref.lastIndexOf("-") + 1)} moved`;
  const code =
    reasonCode === "other" && reason ? undefined : REASONS.find(({ value }) => value === reasonCode);
  return [code?.label, reason].filter(Boolean).join(": ");
}

/** Still to be explained: it stands, and nobody has said why or been told. */
export function isUnexplained({ undoneAt, told, reasonCode, reason }: Adjustment): boolean {
  return undoneAt === null && told === null && reasonCode === null && reason === "";
}
