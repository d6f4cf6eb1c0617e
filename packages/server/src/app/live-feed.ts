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

interface Feed {
  services: Services;
  workspaceId: string;
  streams: Set<LiveStream>;
  /** Everything up to here has been handed out; null before the first look. */
  place: Cursor | null;
  checked: number;
  running: boolean;
}

export function liveFeed(services: Services, workspaceId: string): LiveFeed {
  const streams = new Set<LiveStream>();
  const feed: Feed = { services, workspaceId, streams, place: null, checked: 0, running: false };
  return {
    add(stream) {
      streams.add(stream);
      if (feed.running) return;
      feed.running = true;
      feed.checked = performance.now();
      void turn(feed);
    },
    remove(stream) {
      streams.delete(stream);
      return streams.size;
    },
  };
}

async function turn(feed: Feed): Promise<void> {
  const { database, kit } = feed.services;
  try {
    await database.inWorkspace(feed.workspaceId, (tx) => read(feed, tx), { readOnly: true });
  } catch (error) {
    const kind = error instanceof Error ? error.name : "unknown";
    if (feed.streams.size > 0) kit.log.warn({ kind }, "live updates could not be read");
    if (performance.now() - feed.checked > BLIND_MS) for (const stream of feed.streams) stream.close();
  }
  if (feed.streams.size > 0) setTimeout(() => void turn(feed), EVERY_MS).unref();
  else {
    feed.running = false;
    feed.place = null;
  }
}

async function read(feed: Feed, tx: Tx): Promise<void> {
  const { streams, workspaceId, place } = feed;
  const from: Cursor = place ?? (await horizon(tx));
  const news = await eventsAfter(tx, workspaceId, from, PAGE);
  const behind = [...streams].some(({ cursor }) => cursor === null || isBefore(cursor, from));
  const due = performance.now() - feed.checked > RECHECK_MS;
  if (news.length > 0 || behind || due || place === null) {
    // Who joins while the question is out is answered in the next turn.
    const asked = [...streams];
    const sights = await sightsNow(feed, asked, tx);
    for (const stream of asked) {
      const sight = sights.get(stream.actor.sessionId);
      if (!sight) stream.close();
      else await hand({ feed, tx, from, news }, stream, sight);
    }
    feed.checked = performance.now();
  }
  feed.place = news.at(-1) ?? from;
}

async function sightsNow(
  { services, workspaceId }: Feed,
  streams: readonly LiveStream[],
  tx: Tx,
): Promise<Map<string, Sight>> {
  const sessions = [...new Set(streams.map(({ actor }) => actor.sessionId))];
  return sessions.length > 0 ? sightsOf(tx, workspaceId, sessions, services.kit.clock.now()) : new Map();
}

interface Round {
  feed: Feed;
  tx: Tx;
  from: Cursor;
  news: LiveEvent[];
}

async function hand(round: Round, stream: LiveStream, sight: Sight): Promise<void> {
  const { from, news } = round;
  const { cursor } = stream;
  if (cursor === null) stream.send(signText("ready", from));
  else if (cursor !== from && !(await catchUp(round, stream, cursor, sight)))
    stream.send(signText("resync", from));
  show(stream, sight, news);
  stream.cursor = news.at(-1) ?? from;
}

/** What a returning reader missed; false when that is too much, or its place is not one of this server. */
async function catchUp(
  { feed, tx, from }: Round,
  stream: LiveStream,
  cursor: Cursor,
  sight: Sight,
): Promise<boolean> {
  // Nothing may have happened here for long: a page that was just read is further than the last event.
  if (!isBefore(cursor, from)) return !isBefore(await horizon(tx), cursor);
  const missed = (await eventsAfter(tx, feed.workspaceId, cursor, PAGE)).filter(
    (event) => !isBefore(from, event),
  );
  if (missed.length >= PAGE || cursor.tx === "0") return false;
  show(stream, sight, missed);
  return true;
}

function show(stream: LiveStream, sight: Sight, events: LiveEvent[]): void {
  for (const event of events) if (notices(sight, event)) stream.send(eventText(event));
}
