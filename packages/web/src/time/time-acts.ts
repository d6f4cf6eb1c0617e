import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { dayText } from "../lib/dates.ts";
import { workedText } from "../lib/minutes.ts";
import { eraseEntry, putStop, refreshTime, resume } from "../lib/timer.ts";
import { offerUndo, sayDone } from "../lib/undo.tsx";
import type { TimeEntry } from "./time.api.ts";

export interface Work {
  onDate: string;
  minutes: number;
  note: string;
}

export type Entry = Work & Pick<TimeEntry, "id" | "revision">;

export async function writeDown(client: QueryClient, cardId: string, work: Work): Promise<void> {
  const made = await book(cardId, work);
  await refreshTime(client);
  offerUndo(`${workedText(work.minutes)} written down for ${dayText(work.onDate)}.`, async () => {
    await eraseEntry(made.id);
    await refreshTime(client);
  });
}

/** Another time than the clock's, which stops without writing its own: one act, with one way back. */
export async function writeInstead(client: QueryClient, cardId: string, work: Work): Promise<void> {
  const made = await book(cardId, work);
  const { stopId } = await putStop(false);
  await refreshTime(client);
  offerUndo(`${workedText(work.minutes)} written down for ${dayText(work.onDate)}.`, async () => {
    await eraseEntry(made.id);
    await resume(stopId);
    await refreshTime(client);
  });
}

/** Over what was seen; a newer one there is refused with 412. */
export async function correct(client: QueryClient, before: Entry, after: Work): Promise<void> {
  const now = await change(before.id, before.revision, after);
  await refreshTime(client);
  offerUndo("Time changed.", async () => {
    const { onDate, minutes, note } = before;
    await change(now.id, now.revision, { onDate, minutes, note });
    await refreshTime(client);
  });
}

export async function takeAway(client: QueryClient, cardId: string, entry: Entry): Promise<void> {
  await eraseEntry(entry.id);
  await refreshTime(client);
  const { onDate, minutes, note } = entry;
  offerUndo(`${workedText(minutes)} of ${dayText(onDate)} removed.`, async () => {
    await book(cardId, { onDate, minutes, note });
    await refreshTime(client);
  });
}

function book(cardId: string, body: Work) {
  return answer(api.POST("/api/v1/cards/{cardId}/time", { params: { path: { cardId } }, body }));
}

function change(entryId: string, revision: number, body: Work) {
  return answer(
    api.PATCH("/api/v1/time-entries/{entryId}", {
      params: { path: { entryId } },
      headers: ifMatch(revision),
      body,
    }),
  );
}

/** What one day of one card adds up to: the last entry takes the difference. */
export async function fillCell(
  client: QueryClient,
  cell: { cardId: string; onDate: string; entries: readonly Entry[] },
  minutes: number,
): Promise<void> {
  const { cardId, onDate, entries } = cell;
  const last = entries.at(-1);
  if (!last) return minutes > 0 ? writeDown(client, cardId, { onDate, minutes, note: "" }) : undefined;
  const sum = entries.reduce((all, each) => all + each.minutes, 0);
  if (minutes === sum) return;
  if (minutes === 0 && entries.length === 1) return takeAway(client, cardId, last);
  const left = last.minutes + minutes - sum;
  if (left < 1) {
    sayDone(`${entries.length} entries stand on this day. Open the card to shorten one of them.`);
    return;
  }
  const { note } = last;
  return correct(client, last, { onDate, minutes: left, note });
}
