import type { ServerResponse } from "node:http";
import type { Actor } from "../access/roles.ts";
import type { Services } from "../access/route.ts";
import type { Database } from "../db/database.ts";
import { tooMany } from "../kit/errors.ts";
import { type LiveFeed, liveFeed } from "./live-feed.ts";
import { type LiveStream, liveStream } from "./live-stream.ts";

const MOST_PER_PERSON = 8;
const HEARTBEAT_MS = 15_000;

/** All open streams of this process; one feed per workspace with readers asks the database. */
export interface Live {
  open(actor: Actor, response: ServerResponse, lastEventId: string | undefined): void;
  /** Refuses before anything is sent when this person has enough streams open. */
  refuseTooMany(actor: Actor): void;
  close(): void;
}

const known = new WeakMap<Database, Live>();

export function liveOf(services: Services): Live {
  const made = known.get(services.database) ?? createLive(services);
  known.set(services.database, made);
  return made;
}

function createLive(services: Services): Live {
  const feeds = new Map<string, LiveFeed>();
  const streams = new Set<LiveStream>();
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.send(": still here\n\n");
  }, HEARTBEAT_MS).unref();
  const feedOf = (workspaceId: string) => {
    const feed = feeds.get(workspaceId) ?? liveFeed(services, workspaceId);
    feeds.set(workspaceId, feed);
    return feed;
  };
  return {
    refuseTooMany({ personId }) {
      const open = [...streams].filter((stream) => stream.actor.personId === personId).length;
      if (open >= MOST_PER_PERSON) throw tooMany(5, "Too many live pages are open. Close one and try again.");
    },
    open(actor, response, lastEventId) {
      const stream = liveStream(actor, response, lastEventId);
      const feed = feedOf(actor.workspaceId);
      streams.add(stream);
      feed.add(stream);
      response.once("close", () => {
        streams.delete(stream);
        if (feed.remove(stream) === 0) feeds.delete(actor.workspaceId);
      });
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.close();
    },
  };
}
