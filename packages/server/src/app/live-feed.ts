import type { Services } from "../access/route.ts";
import type { Tx } from "../db/database.ts";
import { type Cursor, horizon, isBefore } from "../db/event-order.ts";
import { eventsAfter, type LiveEvent, sightsOf } from "../events/live.store.ts";
import { notices, type Sight } from "../events/sight.ts";
import { eventText, type LiveStream, signText } from "./live-stream.ts";

const EVERY_MS = 200;
/** Sessions and memberships are asked again at every event, and at least this often. */
const RECHECK_MS = 2_000;
/** When nobody could ask for so long, nobody knows who may still read. */
const BLIND_MS = 4_500;
const PAGE = 500;

/** Reads one workspace's events once for all its readers and hands each only what that person may notice. */
export interface LiveFeed {
  add(stream: LiveStream): void;
  /** Tells how many readers are left. */
  remove(stream: LiveStream): number;
}

export function liveFeed({ database, kit }: Services, workspaceId: string): LiveFeed {
  const streams = new Set<LiveStream>();
  let place: Cursor | null = null;
  let checked = 0;
  let running = false;

  const turn = async (): Promise<void> => {
    try {
      await database.inWorkspace(workspaceId, read, { readOnly: true });
    } catch (error) {
      kit.log.warn(
        { kind: error instanceof Error ? error.name : "unknown" },
        "live updates could not be read",
      );
      if (performance.now() - checked > BLIND_MS) for (const stream of streams) stream.close();
    }
    if (streams.size > 0) setTimeout(() => void turn(), EVERY_MS).unref();
    else [running, place] = [false, null];
  };

  const read = async (tx: Tx): Promise<void> => {
    const from: Cursor = place ?? (await horizon(tx));
    const news = await eventsAfter(tx, workspaceId, from, PAGE);
    const behind = [...streams].some((stream) => stream.cursor === null || isBefore(stream.cursor, from));
    const due = performance.now() - checked > RECHECK_MS;
    if (news.length > 0 || behind || due || place === null) {
      const sights = await sightsNow(tx);
      for (const stream of [...streams]) {
        const sight = sights.get(stream.actor.sessionId);
        if (!sight) stream.close();
        else await hand(tx, stream, sight, from, news);
      }
      checked = performance.now();
    }
    place = news.at(-1) ?? from;
  };

  const sightsNow = (tx: Tx): Promise<Map<string, Sight>> => {
    const sessions = [...new Set([...streams].map(({ actor }) => actor.sessionId))];
    return sessions.length > 0
      ? sightsOf(tx, workspaceId, sessions, kit.clock.now())
      : Promise.resolve(new Map());
  };

  const hand = async (
    tx: Tx,
    stream: LiveStream,
    sight: Sight,
    from: Cursor,
    news: LiveEvent[],
  ): Promise<void> => {
    if (stream.cursor === null) stream.send(signText("ready", from));
    else if (stream.cursor !== from && !(await catchUp(tx, stream, stream.cursor, sight, from)))
      stream.send(signText("resync", from));
    show(stream, sight, news);
    stream.cursor = news.at(-1) ?? from;
  };

  /** What a returning reader missed; false when that is too much, or its place is not one of this server. */
  const catchUp = async (
    tx: Tx,
    stream: LiveStream,
    cursor: Cursor,
    sight: Sight,
    from: Cursor,
  ): Promise<boolean> => {
    if (!isBefore(cursor, from)) return !isBefore(from, cursor);
    const missed = (await eventsAfter(tx, workspaceId, cursor, PAGE)).filter(
      (event) => !isBefore(from, event),
    );
    if (missed.length >= PAGE || cursor.tx === "0") return false;
    show(stream, sight, missed);
    return true;
  };

  return {
    add(stream) {
      streams.add(stream);
      if (running) return;
      [running, checked] = [true, performance.now()];
      void turn();
    },
    remove(stream) {
      streams.delete(stream);
      return streams.size;
    },
  };
}

function show(stream: LiveStream, sight: Sight, events: LiveEvent[]): void {
  for (const event of events) if (notices(sight, event)) stream.send(eventText(event));
}
