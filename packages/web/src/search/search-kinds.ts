import { SEARCH_KINDS, type SearchKind } from "./search-search.ts";

/** Kinds as people tell them apart: what each is called, and what it holds. */
const KINDS: Record<SearchKind, { name: string; holds: readonly string[] }> = {
  cards: { name: "Cards", holds: ["card"] },
  plans: { name: "Projects and milestones", holds: ["project", "milestone", "objective"] },
  talk: { name: "Talk", holds: ["comment", "message"] },
  files: { name: "Files", holds: ["file"] },
  people: { name: "People and clients", holds: ["member", "contact", "client"] },
  decisions: { name: "Decisions", holds: ["decision"] },
};

/** A guest finds cards of theirs, and what is said and kept on them. */
const OF_GUESTS: readonly SearchKind[] = ["cards", "talk", "files"];

export function kindsOf(kind: SearchKind): readonly string[] {
  return KINDS[kind].holds;
}

export function kindNames(isGuest: boolean): { kind: SearchKind; name: string }[] {
  return SEARCH_KINDS.filter((kind) => !isGuest || OF_GUESTS.includes(kind)).map((kind) => ({
    kind,
    name: KINDS[kind].name,
  }));
}
