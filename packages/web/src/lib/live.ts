import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { workspaceSlug } from "./workspace.ts";

/** One recorded happening that this person may know. */
export interface LiveMessage {
  verb: string;
  subject: { kind: string; id: string };
  projectId: string | null;
  actorId: string | null;
  at: string;
  data?: Record<string, unknown>;
}

/** Returns true when it has brought the page up to date itself, so that nothing needs to be read again. */
export type LiveHandler = (message: LiveMessage) => boolean;

const GATHER_MS = 120;
let online = true;
let handlers: LiveHandler[] = [];
let listeners: (() => void)[] = [];

/** Reads the happenings of the workspace and refreshes what they touch; returns what closes the line. */
export function openLive(client: QueryClient): () => void {
  const slug = workspaceSlug();
  const source = new EventSource(`/api/v1/live${slug ? `?workspace=${slug}` : ""}`);
  const refresh = gather(client);
  let lost = false;
  source.onopen = () => {
    setOnline(true);
    // What happened while the line was down is replayed by the server; lists that fell out of it are read anew.
    if (lost) void client.invalidateQueries();
    lost = false;
  };
  source.onerror = () => {
    lost = true;
    setOnline(false);
  };
  source.onmessage = (event) => {
    const message = read(event.data);
    if (message && !handlers.some((handle) => handle(message))) refresh(message);
  };
  source.addEventListener("resync", () => void client.invalidateQueries());
  const reopened = () => setOnline(navigator.onLine && source.readyState === EventSource.OPEN);
  addEventListener("offline", reopened);
  return () => {
    removeEventListener("offline", reopened);
    source.close();
  };
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
