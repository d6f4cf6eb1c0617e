import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { dropCopies } from "./kept-copies.ts";
import { keys } from "./query-keys.ts";

export type Me = Shape<"Me">;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: () => answer(api.GET("/api/v1/me")),
  staleTime: 5 * 60_000,
});

/** Who is signed in, in which workspace. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether this person may do something in the whole workspace: an action of the server's policy. */
export function useCan(action: string): boolean {
  return useMe().can.includes(action);
}

/** A guest works on the cards that carry them, and sees no plan, no client and no list of people. */
export function useIsGuest(): boolean {
  return useMe().role === "guest";
}

export async function signOut(): Promise<void> {
  await answer(api.DELETE("/api/v1/session"));
  dropCopies();
  location.assign("/signin");
}
