import type { Mentionable } from "./talk.api.ts";

/** The name that is being typed behind an @ at the caret, if any. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const typed = found[1] ?? "";
  return { from: caret - typed.length - 1, typed };
}

/** People whose name fits what was typed, at most eight. */
export function fittingPeople(people: readonly Mentionable[], typed: string): Mentionable[] {
  const wanted = typed.toLowerCase();
  return people.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, 8);
}

/** Who is named in a text: the longest name wins where one begins with another, and the team's own where two are the same. */
export function mentionsIn(text: string, people: readonly Mentionable[]): string[] {
  const found = new Set<string>();
  let rest = text;
  const isContact = ({ kind }: Mentionable) => Number(kind === "contact");
  const longestFirst = people.toSorted(
    (one, other) => other.name.length - one.name.length || isContact(one) - isContact(other),
  );
  for (const { id, name } of longestFirst) {
    const parts = rest.split(`@${name}`);
    const named = parts.slice(1).some((after) => !/^[\p{L}\p{M}]/u.test(after));
    if (!named) continue;
    found.add(id);
    rest = parts.join(" ");
  }
  return [...found];
}

/** The name as plain words: whoever it is hears of nothing. */
export function withoutAt(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(`@${name}`, name), text);
}
