import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { keys } from "./query-keys.ts";
import { untyped } from "./untyped.ts";

export interface Me {
  person: { id: string; name: string; email: string; language: string | null; zone: string | null };
  role: "owner" | "admin" | "member" | "guest";
  workspace: {
    id: string;
    name: string;
    slug: string;
    zone: string;
    currency: string;
    country: string | null;
  };
  totp: boolean;
  can: string[];
  mailConfigured: boolean;
}

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: () => untyped<Me>("GET", "/me"),
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

export async function signOut(): Promise<void> {
  await untyped("DELETE", "/session");
  location.assign("/signin");
}
