import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import type { Role } from "./roles.ts";

export type Invitation = Shape<"Invitation">;

export const invitationsQuery = queryOptions({
  queryKey: keys.workspace("invitations"),
  queryFn: async () => (await answer(api.GET("/api/v1/invitations"))).items,
});

export function invite(body: { email: string; role: Role; projectIds: string[] }): Promise<Invitation> {
  return answer(api.POST("/api/v1/invitations", { body }));
}

/** A link that can be handed over; the server shows it this once. */
export async function makeLink(id: string): Promise<string> {
  return (await answer(api.POST("/api/v1/invitations/{id}/link", { params: { path: { id } } }))).url;
}

export async function takeBack(id: string): Promise<void> {
  await answer(api.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } }));
}
