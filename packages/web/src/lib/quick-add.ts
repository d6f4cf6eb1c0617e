import { dayInWords } from "./day-words.ts";
import { minutesOf } from "./minutes.ts";

/** What the words of a new card can name. */
export interface QuickWorld {
  people: readonly { id: string; name: string }[];
  labels: readonly { id: string; name: string }[];
  milestones: readonly { id: string; number: number; title: string }[];
  today: string;
}

export type Chip =
  | { kind: "person" | "label" | "milestone"; id: string; shown: string; text: string }
  | { kind: "newLabel"; shown: string; text: string }
  | { kind: "priority" | "estimate"; value: number; shown: string; text: string }
  | { kind: "due"; day: string; shown: string; text: string };

export interface QuickCard {
  /** What is left for the title. */
  title: string;
  chips: Chip[];
}

const PRIORITIES: Record<string, number> = { low: 1, medium: 2, high: 3, "1": 1, "2": 2, "3": 3 };
const PRIORITY_WORDS = ["None", "Low", "Medium", "High"];
/** "fri", "12 jun", "+3d" or a word behind one of the signs. */
const TOKEN = /(?<=^|\s)(?:[@#>!~]\S+|\+\d+[dw]|\d{1,2} [a-z]{3,9}|[a-z]{3,9})(?=\s|$)/giu;

/**
 * Finds tokens in what was typed and takes them out as chips. The last word counts only when `finished` (it may still
 * grow); texts in `kept` were turned back by the person and stay words.
 */
export function parseQuickAdd(
  typed: string,
  world: QuickWorld,
  { finished = true, kept = [] as readonly string[] } = {},
): QuickCard {
  const chips: Chip[] = [];
  const title = typed.replace(TOKEN, (text, at: number) => {
    const open = !finished && at + text.length === typed.length;
    const chip = open || kept.includes(text) ? null : chipOf(text, world);
    if (!chip) return text;
    chips.push(chip);
    return "";
  });
  return { title: chips.length > 0 ? title.replaceAll(/\s{2,}/g, " ").trimStart() : title, chips };
}

/** A single token as a chip, or null when it is only a word. */
function chipOf(text: string, world: QuickWorld): Chip | null {
  const word = text.slice(1);
  if (text.startsWith("@"))
    return named(
      "person",
      text,
      find(world.people, word, ({ name }) => name),
    );
  if (text.startsWith("#"))
    return named(
      "label",
      text,
      find(world.labels, word, ({ name }) => name),
    );
  if (text.startsWith(">")) return milestoneChip(text, world);
  if (text.startsWith("!")) return priorityChip(text);
  if (text.startsWith("~")) return estimateChip(text);
  const day = dayInWords(text.toLowerCase(), world.today);
  return day ? { kind: "due", day, shown: day, text } : null;
}

/** Things whose name fits what was typed so far, the best first. */
export function fitting<T>(things: readonly T[], word: string, nameOf: (thing: T) => string): T[] {
  const wanted = plain(word);
  const rank = (thing: T) => {
    const name = plain(nameOf(thing));
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return name.includes(wanted) ? 2 : 3;
  };
  return things.filter((thing) => rank(thing) < 3).toSorted((one, other) => rank(one) - rank(other));
}

function find<T>(
  things: readonly T[],
  word: string,
  nameOf: (thing: T) => string,
): (T & { shown: string }) | null {
  const starts = fitting(things, word, nameOf).filter((thing) => {
    const name = nameOf(thing);
    return (
      plain(name).startsWith(plain(word)) || name.split(/\s+/).some((part) => plain(part) === plain(word))
    );
  });
  const exact = starts.find((thing) => plain(nameOf(thing)) === plain(word));
  const found = exact ?? (starts.length === 1 ? starts[0] : undefined);
  return found ? { ...found, shown: nameOf(found) } : null;
}

function named(
  kind: "person" | "label" | "milestone",
  text: string,
  thing: { id: string; shown: string } | null,
): Chip | null {
  return thing ? { kind, id: thing.id, shown: thing.shown, text } : null;
}

function milestoneChip(text: string, { milestones }: QuickWorld): Chip | null {
  const number = /^>m?(\d+)$/i.exec(text)?.[1];
  const byNumber = milestones.find((milestone) => String(milestone.number) === number);
  if (byNumber) return named("milestone", text, { id: byNumber.id, shown: byNumber.title });
  return named(
    "milestone",
    text,
    find(milestones, text.slice(1), ({ title }) => title),
  );
}

function priorityChip(text: string): Chip | null {
  const value = PRIORITIES[text.slice(1).toLowerCase()];
  return value ? { kind: "priority", value, shown: PRIORITY_WORDS[value] ?? "", text } : null;
}

function estimateChip(text: string): Chip | null {
  const minutes = minutesOf(text.slice(1));
  return minutes ? { kind: "estimate", value: minutes, shown: text.slice(1), text } : null;
}

/** Without accents, spaces and capitals: how names are compared. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f\s-]+/g, "")
    .toLowerCase();
}
