import { queryOptions } from "@tanstack/react-query";
import { keys } from "../lib/query-keys.ts";
import { untyped } from "../lib/untyped.ts";
import type { Role } from "./roles.ts";

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: string;
}

export const invitationsQuery = queryOptions({
  queryKey: keys.workspace("invitations"),
  queryFn: async () => (await untyped<{ items: Invitation[] }>("GET", "/invitations")).items,
});

export function invite(body: { email: string; role: Role; projectIds: string[] }): Promise<Invitation> {
  return untyped("POST", "/invitations", { body });
}

/** A link that can be handed over; the server shows it this once. */
export async function makeLink(id: string): Promise<string> {
  return (await untyped<{ url: string }>("POST", `/invitations/${id}/link`)).url;
}

export function takeBack(id: string): Promise<void> {
  return untyped("DELETE", `/invitations/${id}`);
}
