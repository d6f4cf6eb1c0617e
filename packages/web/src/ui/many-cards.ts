import type { QueryClient } from "@tanstack/react-query";
import { addActivities } from "../lib/activity-acts.ts";
import { type Line, LONGEST_TITLE } from "../lib/lines.ts";
import type { Milestone } from "../lib/plan-query.ts";
import type { Many } from "./pasted-lines.tsx";

/** Pasted lines below a milestone become as many cards. */
export function manyCards(
  client: QueryClient,
  milestone: Pick<Milestone, "id" | "projectId" | "number">,
): Many {
  return {
    offer: (lines) => `Add ${lines.length} cards`,
    onAdd: (lines: readonly Line[]) =>
      addActivities(
        client,
        milestone,
        lines.map(({ text }) => text.slice(0, LONGEST_TITLE)),
      ),
  };
}
