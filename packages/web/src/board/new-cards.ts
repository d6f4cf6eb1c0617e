import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { announce } from "../lib/announce.ts";
import { answer, api } from "../lib/api.ts";
import { boardQuery, type Card } from "../lib/board-query.ts";
import { takeIn } from "../lib/card-writes.ts";
import { type BoardWorld, useWorld } from "./board-context.ts";
import { useUiStore } from "./board-ui.ts";
import type { Group } from "./groups.ts";
import type { Lane } from "./lanes.ts";
import type { Chip } from "./quick-add.ts";

const AT_ONCE = 200;

/** Makes a card of a title and its chips in a lane, below one of its cards or at the end. */
export function useNewCard(
  lane: Lane,
  below: string | null,
): (title: string, chips: readonly Chip[]) => Promise<Card> {
  const client = useQueryClient();
  const { projectId, columns } = useWorld();
  const ui = useUiStore();
  return useCallback(
    async (title, chips) => {
      const body = { title, ...columnOf(lane, columns), ...fieldsOf(chips, lane.group) };
      const card = await answer(
        api.POST("/api/v1/projects/{projectId}/cards", {
          params: { path: { projectId } },
          body: { ...body, ...(below ? { after: below } : {}) },
        }),
      );
      takeIn(client, card);
      const composer = { laneId: lane.id, below: below ? card.id : null };
      ui.set({ selected: card.id, selectedIn: lane.id, composer });
      announce(`Added to ${lane.name}`);
      return card;
    },
    [client, projectId, columns, lane, below, ui],
  );
}

/** One card a line, all at once. */
export async function addLines(
  client: QueryClient,
  { projectId, columns }: Pick<BoardWorld, "projectId" | "columns">,
  lane: Lane,
  titles: readonly string[],
): Promise<void> {
  const params = { path: { projectId } };
  const milestone = lane.group?.by === "milestone" ? { milestoneId: lane.group.id } : {};
  for (let from = 0; from < titles.length; from += AT_ONCE) {
    const body = { titles: titles.slice(from, from + AT_ONCE), ...columnOf(lane, columns), ...milestone };
    const { ids } = await answer(api.POST("/api/v1/projects/{projectId}/cards/batch", { params, body }));
    await putInGroup(ids, lane.group);
  }
  await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
  announce(`${titles.length} cards added`);
}

async function putInGroup(cardIds: readonly string[], group: Group | null): Promise<void> {
  if (!group?.id || group.by === "milestone") return;
  const body = { add: [group.id] };
  const path =
    group.by === "person"
      ? ("/api/v1/cards/{cardId}/people" as const)
      : ("/api/v1/cards/{cardId}/labels" as const);
  for (const cardId of cardIds) await answer(api.PUT(path, { params: { path: { cardId } }, body }));
}

function columnOf({ column }: Lane, columns: BoardWorld["columns"]): { columnId?: string } {
  const columnId = column?.id ?? columns[0]?.id;
  return columnId ? { columnId } : {};
}

function fieldsOf(chips: readonly Chip[], group: Group | null) {
  const ids = (kind: Chip["kind"]) => {
    const own = chips.flatMap((chip) => (chip.kind === kind && "id" in chip ? [chip.id] : []));
    return group?.by === kind && group.id ? [...new Set([group.id, ...own])] : own;
  };
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
