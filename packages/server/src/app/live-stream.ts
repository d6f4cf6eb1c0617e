import type { ServerResponse } from "node:http";
import type { Actor } from "../access/roles.ts";
import { BEGINNING, type Cursor, writeCursor } from "../db/event-order.ts";
import type { LiveEvent } from "../events/live.store.ts";
import type { LiveMessage } from "../events/live-message.ts";

/** What a slow reader may leave unread before the stream ends; the browser comes back with Last-Event-ID. */
const MOST_UNREAD = 256 * 1024;

/** One open stream of one session. */
export interface LiveStream {
  readonly actor: Actor;
  /** What this reader has; null = everything up to the moment it came. */
  cursor: Cursor | null;
  send(text: string): void;
  close(): void;
}

export function liveStream(
  actor: Actor,
  response: ServerResponse,
  lastEventId: string | undefined,
): LiveStream {
  return {
    actor,
    cursor: lastEventId === undefined ? null : readCursor(lastEventId),
    send(text) {
      if (response.destroyed || response.writableEnded) return;
      if (!response.write(text) && response.writableLength > MOST_UNREAD) response.destroy();
    },
    close() {
      if (!response.destroyed) response.end();
    },
  };
}

/** Longer facts are for the record: whoever needs them reads them there. */
const LONGEST = 4_096;

export function eventText(event: LiveEvent): string {
  const { verb, subjectKind, subjectId, projectId, actorId, at, data } = event;
  const message: LiveMessage = {
    verb,
    subject: { kind: subjectKind, id: subjectId },
    projectId,
    actorId,
    at: at.toISOString(),
    // record() takes objects only.
    data: JSON.stringify(data).length > LONGEST ? {} : (data as Record<string, unknown>),
  };
  return `id: ${writeCursor(event)}\ndata: ${JSON.stringify(message)}\n\n`;
}

/** `ready` and `resync` carry the place from which a later connection goes on. */
export function signText(sign: "ready" | "resync", cursor: Cursor): string {
  return `id: ${writeCursor(cursor)}\nevent: ${sign}\ndata: {}\n\n`;
}

/** An id that is not one of ours counts as "has nothing": the reader is told to load anew. */
function readCursor(text: string): Cursor {
  const [, tx, position] = /^(\d{1,19})\.(\d{1,15})$/.exec(text) ?? [];
  return tx && position ? { tx, position: Number(position) } : BEGINNING;
}
