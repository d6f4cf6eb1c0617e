import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import type { Rhythm } from "../lib/rhythm-words.ts";
import { offerUndo } from "../lib/undo.tsx";

export type CheckIn = Shape<"CheckIn">;
export type ProjectCheckIn = Shape<"ProjectCheckIn">;
export type Asked = Shape<"CheckInPerson">;
export type Answer = Shape<"CheckInAnswer">;

/** What of a check-in is set by hand. */
export type CheckInFields = Rhythm & { question: string; personIds: string[]; paused: boolean };
export type OwnSchedule = Pick<Asked, "own" | "paused">;

export const checkInQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "check-in"),
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/check-in", { params: { path: { projectId } } })),
  });

/** Day by day, newest first. */
export const answersQuery = (projectId: string, checkInId: string) =>
  infiniteQueryOptions({
    queryKey: keys.project(projectId, "check-in", checkInId, "answers"),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/check-ins/{checkInId}/answers", {
          params: { path: { checkInId }, query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export function fieldsOf({
  question,
  cadence,
  everyDays,
  startsOn,
  at,
  paused,
  people,
}: CheckIn): CheckInFields {
  const personIds = people.map(({ personId }) => personId);
  return { question, cadence, everyDays, startsOn, at, paused, personIds };
}

/** The way back writes what was there over whatever stands there then. */
export async function setUpCheckIn(
  client: QueryClient,
  projectId: string,
  before: CheckIn | null,
  wanted: CheckInFields,
  word: string,
): Promise<void> {
  const put = (body: CheckInFields & { revision: number | null }) =>
    answer(
      api.PUT("/api/v1/projects/{projectId}/check-in", { params: { path: { projectId } }, body }),
    ).finally(() => refresh(client, projectId));
  const { checkIn } = await put({ ...wanted, revision: before?.revision ?? null });
  if (before === null) return offerUndo(word, () => remove(client, projectId, checkIn?.id ?? ""));
  offerUndo(word, async () => {
    const now = await client.fetchQuery({ ...checkInQuery(projectId), staleTime: 0 });
    await put({ ...fieldsOf(before), revision: now.checkIn?.revision ?? null });
  });
}

async function remove(client: QueryClient, projectId: string, checkInId: string): Promise<void> {
  await answer(api.DELETE("/api/v1/check-ins/{checkInId}", { params: { path: { checkInId } } })).finally(() =>
    refresh(client, projectId),
  );
}

export async function scheduleOwn(
  client: QueryClient,
  { projectId, checkInId, before }: { projectId: string; checkInId: string; before: Asked },
  wanted: OwnSchedule,
  word: string,
): Promise<void> {
  const { personId, own, paused } = before;
  const put = (body: OwnSchedule) =>
    answer(
      api.PUT("/api/v1/check-ins/{checkInId}/people/{personId}", {
        params: { path: { checkInId, personId } },
        body,
      }),
    ).finally(() => refresh(client, projectId));
  await put(wanted);
  offerUndo(word, () => put({ own, paused }));
}

/** Over the text that was seen. `onSaved` comes before the list is read again, so that no draft opens what was just said. */
export async function sayAnswer(
  client: QueryClient,
  projectId: string,
  { id: answerId, revision, body: before }: Answer,
  body: string,
  onSaved: () => void,
): Promise<void> {
  const put = (seen: number, text: string, then: () => void) =>
    answer(
      api.PUT("/api/v1/check-in-answers/{answerId}", {
        params: { path: { answerId } },
        headers: ifMatch(seen),
        body: { body: text },
      }),
    )
      .then((saved) => {
        then();
        return saved;
      })
      .finally(() =>
        Promise.all([refresh(client, projectId), client.invalidateQueries({ queryKey: keys.inbox })]),
      );
  const saved = await put(revision, body, onSaved);
  const word = before === "" ? "Answered" : "Answer changed";
  offerUndo(word, () => put(saved.revision, before, () => undefined));
}

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: checkInQuery(projectId).queryKey });
