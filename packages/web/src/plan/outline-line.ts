import { dayInWords } from "../lib/day-words.ts";
import { type Line, LONGEST_TITLE } from "../lib/lines.ts";

/** A line of the outline as it was typed: what will be true, and what its last words say about day and owner. */
export interface OutlineLine {
  title: string;
  targetOn: string | null;
  ownerId: string | null;
}

/** A milestone of a pasted outline with the activities below it. */
export interface OutlineItem extends OutlineLine {
  activities: string[];
}

interface Person {
  id: string;
  name: string;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** "Design approved 12 jun @jo": day and owner are taken from the end, so that a title may hold any other word. */
export function outlineLine(typed: string, people: readonly Person[], today: string): OutlineLine {
  let words = typed.trim().split(/\s+/);
  let targetOn: string | null = null;
  let ownerId: string | null = null;
  for (;;) {
    const day: LastDay | null = targetOn === null ? lastDay(words, today) : null;
    const owner: string | null = ownerId === null ? personOf(words.at(-1) ?? "", people) : null;
    if (day && words.length > day.words) {
      targetOn = day.on;
      words = words.slice(0, -day.words);
    } else if (owner && words.length > 1) {
      ownerId = owner;
      words = words.slice(0, -1);
    } else return { title: words.join(" "), targetOn, ownerId };
  }
}

/** Lines that are indented are activities of the milestone above them. */
export function outlineItems(
  lines: readonly Line[],
  people: readonly Person[],
  today: string,
): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (const { text, inside } of lines) {
    const above = items.at(-1);
    if (inside && above) above.activities.push(text.slice(0, LONGEST_TITLE));
    else items.push({ ...outlineLine(text.slice(0, LONGEST_TITLE), people, today), activities: [] });
  }
  return items;
}

interface LastDay {
  on: string;
  words: number;
}

function lastDay(words: readonly string[], today: string): LastDay | null {
  const last = (words.at(-1) ?? "").toLowerCase();
  if (ISO.test(last)) return { on: last, words: 1 };
  const two = words.length > 1 ? dayInWords(`${words.at(-2) ?? ""} ${last}`.toLowerCase(), today) : null;
  if (two) return { on: two, words: 2 };
  const one = dayInWords(last, today);
  return one ? { on: one, words: 1 } : null;
}

function personOf(word: string, people: readonly Person[]): string | null {
  if (!word.startsWith("@") || word.length < 2) return null;
  const wanted = word.slice(1).toLowerCase();
  const fits = people.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(wanted)),
  );
  return fits.length === 1 ? (fits[0]?.id ?? null) : null;
}
