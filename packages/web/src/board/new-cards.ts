import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { announce } from "../lib/announce.ts";
import { answer, api } from "../lib/api.ts";
import { boardQuery, type Card } from "../lib/board-query.ts";
import { takeIn } from "../lib/card-writes.ts";
import { useWorld } from "./board-context.ts";
import { useUiStore } from "./board-ui.ts";
import type { Chip } from "./quick-add.ts";

const AT_ONCE = 200;

export interface Place {
  columnId: string;
  below: string | null;
}

/** Makes a card of a title and its chips, where the composer stands. */
export function useNewCard(): (title: string, chips: readonly Chip[], place: Place) => Promise<Card> {
  const client = useQueryClient();
  const { projectId, columns } = useWorld();
  const ui = useUiStore();
  return useCallback(
    async (title, chips, { columnId, below }) => {
      const card = await answer(
        api.POST("/api/v1/projects/{projectId}/cards", {
          params: { path: { projectId } },
          body: { title, columnId, ...(below ? { after: below } : {}), ...fieldsOf(chips) },
        }),
      );
      takeIn(client, card);
      ui.set({ selected: card.id, composer: { columnId, below: below ? card.id : null } });
      announce(`Added to ${columns.find(({ id }) => id === columnId)?.name ?? "the board"}`);
      return card;
    },
    [client, projectId, columns, ui],
  );
}

/** One card a line, all at once. */
export async function addLines(
  client: QueryClient,
  projectId: string,
  columnId: string,
  titles: readonly string[],
): Promise<void> {
  for (let from = 0; from < titles.length; from += AT_ONCE)
    await answer(
      api.POST("/api/v1/projects/{projectId}/cards/batch", {
        params: { path: { projectId } },
        body: { titles: titles.slice(from, from + AT_ONCE), columnId },
      }),
    );
  await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
  announce(`${titles.length} cards added`);
}

function fieldsOf(chips: readonly Chip[]) {
  const ids = (kind: Chip["kind"]) =>
    chips.flatMap((chip) => (chip.kind === kind && "id" in chip ? [chip.id] : []));
  const people = ids("person");
  const labels = ids("label");
  const [milestoneId] = ids("milestone").slice(-1);
  const value = (kind: "priority" | "estimate") =>
    chips.findLast((chip) => chip.kind === kind && "value" in chip) as { value: number } | undefined;
  const due = chips.findLast((chip) => chip.kind === "due");
  const priority = value("priority")?.value;
  const likely = value("estimate")?.value;
  return {
    ...(people.length > 0 ? { people } : {}),
    ...(labels.length > 0 ? { labels } : {}),
    ...(milestoneId ? { milestoneId } : {}),
    ...(priority ? { priority } : {}),
    ...(likely ? { likely } : {}),
    ...(due?.kind === "due" ? { dueOn: due.day } : {}),
  };
}

/** Lines of a pasted list, without bullets and empty lines. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•◦]|\d+[.)]|\[[ x]\])\s+/i, "").trim())
    .filter(Boolean)
    .map((line) => line.slice(0, 240));
}
