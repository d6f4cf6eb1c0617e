import { useEffect, useSyncExternalStore } from "react";
import { fires, isInDialog, isPressing, isTyping, steps } from "./key-match.ts";

export interface Key {
  /** "c", "shift+c", "mod+k" (Ctrl or Cmd), "g p" (one after the other), "?", "<", "arrowleft". */
  keys: string;
  /** What it does, for the list under "?". */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Also while typing (only with mod+). */
  inFields?: boolean;
}

export interface KeyGroup {
  title: string;
  keys: readonly Key[];
}

const SWITCH = "milepost.single-keys";
const SEQUENCE_MS = 1_200;

interface Held extends KeyGroup {
  modal: boolean;
  always: boolean;
}

let groups: readonly Held[] = [];
let listed: readonly KeyGroup[] = [];
let listeners: (() => void)[] = [];
let before: { key: string; at: number } | null = null;

/** Single keys can be switched off (WCAG 2.1.4); those with Ctrl or Cmd stay. */
function singleKeysOn(): boolean {
  return localStorage.getItem(SWITCH) !== "off";
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(SWITCH, on ? "on" : "off");
  tell();
}

/**
 * Keys that hold while the component stands on the page; later groups come first. A `modal` group (a drawer)
 * hides all groups below it but those that hold `always`. Memoise `keys` or build them in an effect-safe way: they may change on each render.
 */
export function useKeys(
  title: string,
  keys: readonly Key[],
  { modal = false, always = false, when = true } = {},
): void {
  useEffect(() => {
    if (!when) return;
    const group = { title, keys, modal, always };
    groups = [...groups, group];
    tell();
    return () => {
      groups = groups.filter((other) => other !== group);
      tell();
    };
  }, [title, keys, modal, always, when]);
}

/** Every key that holds just now, the nearest group first. */
export function useKeyList(): readonly KeyGroup[] {
  return useSyncExternalStore(subscribe, () => listed);
}

export function useSingleKeysOn(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn);
}

/** One listener for the page; returns what takes it away. */
export function listenForKeys(target: Document = document): () => void {
  target.addEventListener("keydown", onKey);
  return () => target.removeEventListener("keydown", onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const found = find(event);
  before = !found && event.key.length === 1 ? { key: event.key.toLowerCase(), at: event.timeStamp } : null;
  if (!found) return;
  event.preventDefault();
  found.run(event);
}

/** Two letters that belong together come before one alone: "G W" leads to the workload also where "W" means something. */
function find(event: KeyboardEvent): Key | undefined {
  const first = before && event.timeStamp - before.at < SEQUENCE_MS ? before.key : null;
  return (first === null ? undefined : findAmong(event, first)) ?? findAmong(event, null);
}

function findAmong(event: KeyboardEvent, first: string | null): Key | undefined {
  const typing = isTyping(event.target) || isPressing(event);
  const inDialog = isInDialog(event.target);
  for (const group of reachable()) {
    const hit = group.keys.find((key) => {
      const withModifier = steps(key.keys).at(-1)?.startsWith("mod+") ?? false;
      if (typing && !(withModifier && key.inFields)) return false;
      if (!withModifier && (!singleKeysOn() || (inDialog && !group.modal && !group.always))) return false;
      return (first !== null) === steps(key.keys).length > 1 && fires(key.keys, event, first);
    });
    if (hit) return hit;
  }
  return undefined;
}

/** The nearest group first; behind a modal one only what holds always. */
function reachable(): Held[] {
  const nearest = groups.toReversed();
  const modalAt = nearest.findIndex(({ modal }) => modal);
  return modalAt < 0 ? nearest : nearest.filter(({ always }, at) => at <= modalAt || always);
}

/** Of two groups with the same key the nearer one has it: the other does not say that it had. */
function working(): KeyGroup[] {
  const taken = new Set<string>();
  return reachable().flatMap(({ title, keys }) => {
    const own = keys.filter((key) => !taken.has(key.keys));
    for (const key of own) taken.add(key.keys);
    return own.length > 0 ? [{ title, keys: own }] : [];
  });
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function tell(): void {
  listed = working();
  for (const listener of listeners) listener();
}
