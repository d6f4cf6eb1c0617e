import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { answer, api } from "../lib/api.ts";
import { boardQuery, type Card } from "../lib/board-query.ts";
import { leftOutWords } from "../lib/card-content.ts";
import type { CardTemplate } from "../lib/card-templates.ts";
import { takeBackCards } from "../lib/card-trash.ts";
import { takeIn } from "../lib/card-writes.ts";
import { createLabel, nextColor, removeLabel } from "../lib/labels.ts";
import { type Chip, plain } from "../lib/quick-add.ts";
import { offerUndo } from "../lib/undo.tsx";
import { type BoardWorld, useWorld } from "./board-context.ts";
import { type BoardUi, type UiStore, useUiStore } from "./board-ui.ts";
import type { Group } from "./groups.ts";
import type { Lane } from "./lanes.ts";

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
      const labels = await labelsOf(client, projectId, chips);
      const body = { title, ...columnOf(lane, columns), ...fieldsOf(chips, lane, labels.ids) };
      const after = openIn(ui, lane)?.below ?? below;
      const card = await answer(
        api.POST("/api/v1/projects/{projectId}/cards", {
          params: { path: { projectId } },
          body: { ...body, ...(after ? { after } : {}) },
        }),
      );
      takeIn(client, card);
      goOnBelow(ui, lane, card);
      offerUndo(`“${title}” added to ${lane.name}`, async () => {
        await takeBackCards(client, projectId, [card.id]);
        await takeBackLabels(client, projectId, labels.made);
      });
      return card;
    },
    [client, projectId, columns, lane, below, ui],
  );
}

function openIn(ui: UiStore, lane: Lane): BoardUi["composer"] {
  const { composer } = ui.get();
  return composer?.laneId === lane.id ? composer : null;
}

/** The line goes on below the new card, unless it was closed while the card was on its way. */
function goOnBelow(ui: UiStore, lane: Lane, card: Card): void {
  const composer = openIn(ui, lane);
  if (!composer) return;
  const below = composer.below ? card.id : null;
  ui.set({ selected: card.id, selectedIn: lane.id, composer: { ...composer, below } });
}

/** Makes a card of a template in a lane; what was typed comes before the template's own words. */
export function useCardFromTemplate(
  lane: Lane,
  below: string | null,
): (template: CardTemplate, title: string, chips: readonly Chip[]) => Promise<Card> {
  const client = useQueryClient();
  const { projectId, columns } = useWorld();
  const ui = useUiStore();
  return useCallback(
    async (template, title, chips) => {
      const labels = await labelsOf(client, projectId, chips);
      const without = lane.group?.by === "milestone" && lane.group.id === null ? { milestoneId: null } : {};
      const { card, leftOut } = await answer(
        api.POST("/api/v1/card-templates/{cardTemplateId}/cards", {
          params: { path: { cardTemplateId: template.id } },
          body: {
            ...columnOf(lane, columns),
            ...without,
            ...fieldsOf(chips, lane, labels.ids),
            ...(title ? { title } : {}),
            ...(below ? { after: below } : {}),
          },
        }),
      );
      takeIn(client, card);
      goOnBelow(ui, lane, card);
      offerUndo(`“${card.title}” added to ${lane.name}${leftOutWords(leftOut)}`, async () => {
        await takeBackCards(client, projectId, [card.id]);
        await takeBackLabels(client, projectId, labels.made);
      });
      return card;
    },
    [client, projectId, columns, lane, below, ui],
  );
}

interface NamedLabels {
  ids: string[];
  /** Those that were not there before. */
  made: string[];
}

/** Labels that were named for the first time; somebody may have made them meanwhile. */
async function labelsOf(
  client: QueryClient,
  projectId: string,
  chips: readonly Chip[],
): Promise<NamedLabels> {
  const labels: NamedLabels = { ids: [], made: [] };
  for (const chip of chips) {
    if (chip.kind !== "newLabel") continue;
    const there = client.getQueryData(boardQuery(projectId).queryKey)?.labels ?? [];
    const known = there.find(({ name }) => plain(name) === plain(chip.shown));
    const color = nextColor(there.length);
    const { id } = known ?? (await createLabel(client, projectId, { name: chip.shown, color }));
    labels.ids.push(id);
    if (!known) labels.made.push(id);
  }
  return labels;
}

/** A label that other cards carry by now stays. */
async function takeBackLabels(client: QueryClient, projectId: string, ids: readonly string[]): Promise<void> {
  const cards = client.getQueryData(boardQuery(projectId).queryKey)?.cards ?? [];
  for (const id of ids)
    if (!cards.some(({ labels }) => labels.includes(id))) await removeLabel(client, projectId, id);
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
  const made: string[] = [];
  for (let from = 0; from < titles.length; from += AT_ONCE) {
    const body = { titles: titles.slice(from, from + AT_ONCE), ...columnOf(lane, columns), ...milestone };
    const { ids } = await answer(api.POST("/api/v1/projects/{projectId}/cards/batch", { params, body }));
    made.push(...ids);
    await putInGroup(ids, lane.group);
  }
  await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
  offerUndo(`${titles.length} cards added to ${lane.name}`, () => takeBackCards(client, projectId, made));
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

const LATER = "later";

function columnOf(
  { id, column }: Lane,
  columns: BoardWorld["columns"],
): { columnId: string } | { place: typeof LATER } | object {
  if (id === LATER) return { place: LATER };
  const columnId = column?.id ?? columns[0]?.id;
  return columnId ? { columnId } : {};
}

function fieldsOf(chips: readonly Chip[], { group, dueOn }: Lane, newLabels: readonly string[]) {
  const ids = (kind: Chip["kind"]) => {
    const own = chips.flatMap((chip) => (chip.kind === kind && "id" in chip ? [chip.id] : []));
    return group?.by === kind && group.id ? [...new Set([group.id, ...own])] : own;
  };
  const people = ids("person");
  const labels = [...new Set([...ids("label"), ...newLabels])];
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
    ...(due?.kind === "due" ? { dueOn: due.day } : dueOn ? { dueOn } : {}),
  };
}
