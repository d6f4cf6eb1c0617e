import type { QueryClient } from "@tanstack/react-query";
import { keys } from "./query-keys.ts";

/** Somebody's time changed: with it their page, every plan they work in, and whatever counts their hours. */
export async function refreshAvailability(client: QueryClient): Promise<void> {
  const touched = [keys.workspace("availability"), keys.portfolio, ["project"]];
  await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })));
}
