import type { LiveMessage } from "@milepost/server/wire";
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { meQuery } from "./session.ts";
import { workspaceSlug } from "./workspace.ts";

/** Returns true when it has brought the page up to date itself, so that nothing needs to be read again. */
export type LiveHandler = (message: LiveMessage) => boolean;

const GATHER_MS = 120;
let online = true;
let handlers: LiveHandler[] = [];
let listeners: (() => void)[] = [];

const AGAIN_MS = 10_000;

/** Reads the happenings of the workspace and refreshes what they touch; returns what closes the line. */
export function openLive(client: QueryClient): () => void {
  const refresh = gather(client);
  let again: ReturnType<typeof setTimeout> | undefined;
  let source = connect(client.getQueryData(meQuery.queryKey)?.liveAfter);
  const wentOffline = () => setOnline(false);
  const cameOnline = () => {
    clearTimeout(again);
    source.close();
    reconnect();
  };
  addEventListener("offline", wentOffline);
  addEventListener("online", cameOnline);

  function connect(after?: string): EventSource {
    const line = new EventSource(addressAfter(after));
    line.onopen = () => setOnline(true);
    line.onerror = () => {
      setOnline(false);
      // The browser itself comes back after a break and says what it has; only a refusal ends the line.
      if (line.readyState === EventSource.CLOSED) again = setTimeout(reconnect, AGAIN_MS);
    };
    line.onmessage = (event) => {
      const message = read(event.data);
      // Each of them hears it, also after one has taken it up.
      const taken = message && handlers.map((handle) => handle(message)).includes(true);
      if (message && !taken) refresh(message);
    };
    line.addEventListener("resync", () => void client.invalidateQueries());
    return line;
  }

  function reconnect(): void {
    source = connect();
    void client.invalidateQueries();
  }

  return () => {
    clearTimeout(again);
    removeEventListener("offline", wentOffline);
    removeEventListener("online", cameOnline);
    source.close();
  };
}

/** What happened between the page's first answers and the opening of the line is told too. */
function addressAfter(after: string | undefined): string {
  const workspace = workspaceSlug();
  const query = new URLSearchParams({ ...(workspace ? { workspace } : {}), ...(after ? { after } : {}) });
  return `/api/v1/live${query.size > 0 ? `?${query}` : ""}`;
}

/** Sees each live message first; the board patches a moved card in place with it. */
export function useLive(handler: LiveHandler): void {
  useEffect(() => {
    handlers = [...handlers, handler];
    return () => {
      handlers = handlers.filter((other) => other !== handler);
    };
  }, [handler]);
}

/** False while the line to the server is down: reading goes on, moves are refused. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => online);
}

/** Acts once each time the line to the server is back. */
export function useReconnected(act: () => void): void {
  const isOnline = useOnline();
  const wasOnline = useRef(isOnline);
  useEffect(() => {
    if (isOnline && !wasOnline.current) act();
    wasOnline.current = isOnline;
  }, [isOnline, act]);
}

/** The queries a happening touches: its project's, or the workspace's. */
export function touched({ projectId, subject }: LiveMessage): QueryKey[] {
  const shared: QueryKey[] = [["portfolio"]];
  if (projectId) shared.push(["project", projectId]);
  if (!projectId || subject.kind === "project") shared.push(["projects"], ["workspace"], ["me"]);
  return shared;
}

function gather(client: QueryClient): (message: LiveMessage) => void {
  const waiting = new Map<string, QueryKey>();
  return (message) => {
    const first = waiting.size === 0;
    for (const key of touched(message)) waiting.set(JSON.stringify(key), key);
    if (!first) return;
    setTimeout(() => {
      const now = [...waiting.values()];
      waiting.clear();
      for (const queryKey of now) void client.invalidateQueries({ queryKey });
    }, GATHER_MS);
  };
}

function read(data: unknown): LiveMessage | null {
  try {
    const message: unknown = JSON.parse(String(data));
    // The server's own shape; a message without a subject is a sign of life and nothing else.
    return typeof message === "object" && message !== null && "subject" in message
      ? (message as LiveMessage)
      : null;
  } catch {
    return null;
  }
}

function setOnline(next: boolean): void {
  if (next === online) return;
  online = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
