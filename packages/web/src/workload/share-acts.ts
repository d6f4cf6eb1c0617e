import type { QueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { refreshAvailability } from "../lib/availability-news.ts";
import { offerUndo } from "../lib/undo.tsx";

type Allocation = Shape<"Allocation">;

interface Share {
  person: { id: string; name: string };
  project: { id: string; name: string };
  /** Null: none is set, the project takes what is free. */
  percent: number | null;
}

/** From today on this part of somebody's time is the project's; what was said of it before goes, and comes back with the undo. */
export async function giveShare(client: QueryClient, share: Share, today: string): Promise<void> {
  const { person, project, percent } = share;
  const before = (await sharesOf(person.id)).filter(
    (each) => each.project?.id === project.id && (each.toOn === null || each.toOn >= today),
  );
  const made =
    percent === null ? [] : [await add(person.id, { projectId: project.id, percent, fromOn: today })];
  for (const { id } of before) await remove(id);
  await refreshAvailability(client);
  const said = percent === null ? "no fixed part" : `${percent} %`;
  offerUndo(`${person.name}: ${said} for ${project.name}.`, async () => {
    for (const id of made) await remove(id);
    for (const { percent: was, fromOn, toOn, detail } of before)
      await add(person.id, { projectId: project.id, percent: was, fromOn, toOn, detail });
    await refreshAvailability(client);
  });
}

async function sharesOf(personId: string): Promise<readonly Allocation[]> {
  const params = { path: { personId } };
  return (await answer(api.GET("/api/v1/availability/{personId}/allocations", { params }))).items;
}

interface Wish {
  projectId: string;
  percent: number;
  fromOn: string;
  toOn?: string | null;
  detail?: string;
}

/** Returns the id of what is new among the person's shares. */
async function add(personId: string, wish: Wish): Promise<string> {
  const known = new Set((await sharesOf(personId)).map(({ id }) => id));
  const body = { toOn: null, detail: "", label: "Project", ...wish, personId };
  const { items } = await answer(api.POST("/api/v1/allocations", { body }));
  return items.find(({ id }) => !known.has(id))?.id ?? "";
}

function remove(allocationId: string) {
  return answer(api.DELETE("/api/v1/allocations/{allocationId}", { params: { path: { allocationId } } }));
}
