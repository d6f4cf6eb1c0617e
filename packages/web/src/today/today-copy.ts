import type { QueryClient } from "@tanstack/react-query";
import { COPY } from "../lib/kept-copies.ts";
import { meQuery } from "../lib/session.ts";
import type { Today } from "./today.api.ts";

interface Kept {
  copiedAt: string;
  today: Today;
}

function nameFor(client: QueryClient): string | null {
  const me = client.getQueryData(meQuery.queryKey);
  return me ? `${COPY}today.${me.person.id}` : null;
}

/** Kept until signing out, for a day on which the server is not to be reached. */
export function keepCopy(client: QueryClient, today: Today): void {
  const name = nameFor(client);
  if (!name) return;
  const kept: Kept = { copiedAt: new Date().toISOString(), today };
  try {
    localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A full or closed store: there is no copy then.
  }
}

export function readCopy(client: QueryClient): Today | null {
  const name = nameFor(client);
  const text = name && localStorage.getItem(name);
  if (!text) return null;
  try {
    const { today, copiedAt }: Kept = JSON.parse(text);
    return { ...today, copiedAt };
  } catch {
    return null;
  }
}
