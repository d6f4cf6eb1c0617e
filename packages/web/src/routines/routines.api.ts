import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";

export type RecurringCard = Shape<"RecurringCard">;
export type Rhythm = Pick<RecurringCard, "cadence" | "everyDays" | "startsOn" | "at" | "endsOn">;

/** What of a recurring card is set by hand. */
export type RecurringFields = Rhythm & Pick<RecurringCard, "content" | "columnId" | "paused">;

const inProject = (projectId: string) => ({ params: { path: { projectId } } });
const at = (recurringCardId: string) => ({ params: { path: { recurringCardId } } });

export const recurringQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "recurring-cards"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/recurring-cards", inProject(projectId))),
  });

/** The next three dates of a rhythm that nobody has saved yet. */
export const comingQuery = (projectId: string, { cadence, everyDays, startsOn, at: time, endsOn }: Rhythm) =>
  queryOptions({
    queryKey: keys.project(
      projectId,
      "coming-cards",
      cadence,
      String(everyDays),
      startsOn,
      time,
      String(endsOn),
    ),
    queryFn: async () => {
      const query = {
        cadence,
        startsOn,
        at: time,
        ...(everyDays === null ? {} : { everyDays }),
        ...(endsOn === null ? {} : { endsOn }),
      };
      const params = { path: { projectId }, query };
      const path = "/api/v1/projects/{projectId}/recurring-cards/preview";
      return (await answer(api.GET(path, { params }))).items;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });

export function fieldsOf(card: RecurringFields): RecurringFields {
  const { content, columnId, cadence, everyDays, startsOn, at: time, endsOn, paused } = card;
  return { content, columnId, cadence, everyDays, startsOn, at: time, endsOn, paused };
}

export async function createRecurring(
  client: QueryClient,
  projectId: string,
  body: RecurringFields,
): Promise<void> {
  const { id, content } = await create(client, projectId, body);
  offerUndo(`“${content.title}” comes back by itself now`, () => remove(client, projectId, id));
}

/** The way back is refused where somebody else has changed it since. */
export async function changeRecurring(
  client: QueryClient,
  projectId: string,
  before: RecurringCard,
  wanted: RecurringFields,
  word: string,
): Promise<void> {
  const { id, revision } = before;
  const put = (seen: number, body: RecurringFields) =>
    answer(
      api.PUT("/api/v1/recurring-cards/{recurringCardId}", { ...at(id), headers: ifMatch(seen), body }),
    ).finally(() => refresh(client, projectId));
  const saved = await put(revision, wanted);
  offerUndo(word, async () => {
    const { items } = await client.fetchQuery({ ...recurringQuery(projectId), staleTime: 0 });
    const still = items.find((each) => each.id === id && same(each, saved));
    await put((still ?? saved).revision, fieldsOf(before));
  });
}

function same(one: RecurringFields, other: RecurringFields): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));
}

/** Taken back it comes again from now on; the cards it made have stayed all the time. */
export async function removeRecurring(
  client: QueryClient,
  projectId: string,
  card: RecurringCard,
): Promise<void> {
  await remove(client, projectId, card.id);
  offerUndo(`“${card.content.title}” comes back no more`, () => create(client, projectId, fieldsOf(card)));
}

async function create(client: QueryClient, projectId: string, body: RecurringFields) {
  const made = await answer(
    api.POST("/api/v1/projects/{projectId}/recurring-cards", { ...inProject(projectId), body }),
  );
  await refresh(client, projectId);
  return made;
}

async function remove(client: QueryClient, projectId: string, id: string): Promise<void> {
  await answer(api.DELETE("/api/v1/recurring-cards/{recurringCardId}", at(id)));
  await refresh(client, projectId);
}

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: recurringQuery(projectId).queryKey });
