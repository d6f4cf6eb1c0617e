import type { CardContent } from "../lib/card-content.ts";
import { linesOf } from "../lib/lines.ts";

type Item = CardContent["checklist"][number];

/** A line as it is typed, with what it stood for before; null where it is new. */
export interface TypedLine {
  text: string;
  item: Item | null;
}

export function typedLines(checklist: readonly Item[]): TypedLine[] {
  return checklist.map((item) => ({ text: oneLine(item.text), item }));
}

/** The lines after a change of the text: one that is reworded, moved or split stays the line it was. */
export function retyped(before: readonly TypedLine[], text: string): TypedLine[] {
  const typed = text.split(/\r?\n/);
  const most = Math.min(before.length, typed.length);
  let head = 0;
  while (head < most && before[head]?.text === typed[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail)?.text === typed.at(-1 - tail)) tail += 1;
  const changed = rematched(before.slice(head, before.length - tail), typed.slice(head, typed.length - tail));
  return [...before.slice(0, head), ...changed, ...before.slice(before.length - tail)];
}

/** The same words are the same line; what is left over on one side alone is that line in other words. */
function rematched(before: readonly TypedLine[], typed: readonly string[]): TypedLine[] {
  const left = [...before];
  const lines = typed.map((text): TypedLine => {
    const at = left.findIndex((line) => line.text === text);
    return { text, item: at < 0 ? null : (left.splice(at, 1)[0]?.item ?? null) };
  });
  const known = left.flatMap(({ item }) => item ?? []);
  const unknown = lines.filter(
    ({ text, item }) => item === null && !before.some((line) => line.text === text),
  );
  const [first] = unknown;
  if (first && (known.length === 1 || unknown.length === 1)) first.item = known[0] ?? null;
  return lines;
}

/** What the lines hold: each its own people and days, a new one under the heading of the line above it. */
export function itemsOf(lines: readonly TypedLine[]): Item[] {
  const items: Item[] = [];
  for (const { text, item } of lines) {
    const words = item && text === oneLine(item.text) ? item.text : (linesOf(text)[0] ?? "");
    const fresh = { heading: items.at(-1)?.heading ?? "", personId: null, dueInDays: null };
    if (words !== "") items.push({ ...(item ?? fresh), text: words });
  }
  return items;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}
