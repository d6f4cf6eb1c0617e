import { type Chip, fitting, plain, type QuickWorld } from "../lib/quick-add.ts";

const SHOWN = 6;

/** What the word at the end of the line may name: after @, # or >. A label that is missing can be made, last of all. */
export function suggestionsFor(text: string, world: QuickWorld): { chips: Chip[]; without: string } {
  const word = /(?<=^|\s)([@#>])(\S*)$/.exec(text);
  if (!word) return { chips: [], without: text };
  const [typed, sign, name = ""] = word;
  const known = named(sign ?? "", typed, name, world).slice(0, SHOWN);
  const missing = sign === "#" ? missingLabel(typed, name, world) : [];
  return { chips: [...known, ...missing], without: text.slice(0, word.index) };
}

function named(sign: string, text: string, name: string, world: QuickWorld): Chip[] {
  if (sign === "@")
    return fitting(world.people, name, (person) => person.name).map(({ id, name: shown }) => ({
      kind: "person",
      id,
      shown,
      text: back(text, shown),
    }));
  if (sign === "#")
    return fitting(world.labels, name, (label) => label.name).map(({ id, name: shown }) => ({
      kind: "label",
      id,
      shown,
      text: back(text, shown),
    }));
  return fitting(world.milestones, name, ({ title, number }) => `M${number} ${title}`).map(
    ({ id, title, number }) => ({ kind: "milestone", id, shown: title, text: `>M${number}` }),
  );
}

/** "#42" is a number of something else. */
function missingLabel(text: string, name: string, { labels }: QuickWorld): Chip[] {
  const known = labels.some((label) => plain(label.name) === plain(name));
  return /\p{L}/u.test(name) && !known ? [{ kind: "newLabel", shown: name, text }] : [];
}

/** A chip turned back into text must read as the same token again. */
function back(text: string, shown: string): string {
  return `${text.slice(0, 1)}${shown.replaceAll(/\s+/g, "")}`;
}
