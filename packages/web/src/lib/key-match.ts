const NAMED: Record<string, string> = { " ": "space", Escape: "esc" };
const OWN_KEYS =
  "input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='menu'], [role='listbox'], [role='combobox']";

/** "g p" -> ["g", "p"]. */
export function steps(keys: string): string[] {
  return keys.split(" ");
}

/** Whether the target wants the keys for itself: fields, open menus and lists. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OWN_KEYS) !== null;
}

const PRESSED = "a[href], button, summary, [role='button'], [role='tab']";

/** Whether the browser itself presses the target with this key. A card on the board leaves its keys to the board. */
export function isPressing({ key, target }: KeyboardEvent): boolean {
  if (key !== "Enter" && key !== " ") return false;
  return target instanceof Element && target.closest(PRESSED) !== null && !target.closest("[data-card]");
}

/** Whether the target stands in a dialog: the page below it gets no single keys then. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role='dialog']") !== null;
}

/** Whether the event is the (last) step of `keys`; `first` is the letter pressed just before. */
export function fires(keys: string, event: KeyboardEvent, first: string | null): boolean {
  const wanted = steps(keys);
  const last = wanted.at(-1) ?? "";
  if (wanted.length > 1 && wanted[0] !== first) return false;
  return spelled(last) === spelling(event);
}

function spelled(step: string): string {
  return step.split("+").toSorted(byModifier).join("+");
}

function spelling(event: KeyboardEvent): string {
  const key = (NAMED[event.key] ?? event.key).toLowerCase();
  // Shift is part of "?" or "<" themselves; it counts where the key is a letter or has a name.
  const shift = event.shiftKey && /^([a-z]|[a-z]{2,}.*)$/.test(key) ? ["shift"] : [];
  const mod = event.ctrlKey || event.metaKey ? ["mod"] : [];
  const alt = event.altKey ? ["alt"] : [];
  return [...mod, ...alt, ...shift, key].toSorted(byModifier).join("+");
}

const ORDER = ["mod", "alt", "shift"];

function byModifier(one: string, other: string): number {
  const place = (part: string) => (ORDER.includes(part) ? ORDER.indexOf(part) : ORDER.length);
  return place(one) - place(other);
}

const WORDS: Record<string, string> = {
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  enter: "Enter",
  esc: "Esc",
  space: "Space",
  shift: "Shift",
  alt: "Alt",
};

/** A key as people read it: "mod+k" -> ["Ctrl", "K"]. */
export function keyWords(step: string): string[] {
  const apple = /Mac|iPhone|iPad/.test(navigator.platform);
  return step
    .split("+")
    .map((part) => (part === "mod" ? (apple ? "⌘" : "Ctrl") : (WORDS[part] ?? part.toUpperCase())));
}
