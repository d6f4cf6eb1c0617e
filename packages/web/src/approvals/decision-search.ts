import type { Shape } from "../lib/api.ts";

type Logged = Shape<"LoggedDecision">;

export const KINDS: readonly { value: Logged["kind"]; label: string }[] = [
  { value: "completion", label: "Milestone done" },
  { value: "definition", label: "Milestone as described" },
  { value: "plan", label: "Plan" },
  { value: "files", label: "Files" },
  { value: "change", label: "Change request" },
  { value: "question", label: "Question" },
];

/** `all` is written down, for what was decided is what one looks for. */
export type StateWord = Logged["state"] | "all";

export const STATES: readonly { value: StateWord; label: string }[] = [
  { value: "decided", label: "Decided" },
  { value: "open", label: "Open" },
  { value: "taken_back", label: "Taken back" },
  { value: "all", label: "Open and past" },
];

/** Which decisions are shown, and which one is opened, as it stands in the address. */
export interface DecisionSearch {
  kind?: Logged["kind"];
  state?: Exclude<StateWord, "decided">;
  person?: string;
  q?: string;
  /** The one whose details are open. */
  entry?: string;
}

export function readDecisionSearch(search: Record<string, unknown>): DecisionSearch {
  const { person, q, entry } = search;
  const kind = KINDS.find(({ value }) => value === search.kind)?.value;
  const state = (["open", "taken_back", "all"] as const).find((one) => one === search.state);
  return {
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(isText(person) ? { person } : {}),
    // What looks like a number comes as one.
    ...(isText(q) || typeof q === "number" ? { q: String(q) } : {}),
    ...(isText(entry) ? { entry } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

type Change = { readonly [K in keyof DecisionSearch]?: string | null };

/** Whatever is empty leaves the address. */
export function changeDecisionSearch(before: DecisionSearch, change: Change): DecisionSearch {
  return readDecisionSearch({ ...before, ...change });
}

/** What the server is asked for. */
export function filterOf({ kind, state: wanted, person, q }: DecisionSearch) {
  const state: StateWord = wanted ?? "decided";
  return {
    ...(kind ? { kind } : {}),
    ...(state === "all" ? {} : { state }),
    ...(person ? { personId: person } : {}),
    ...(q ? { q } : {}),
  };
}

export function isNarrowed({ kind, state, person, q }: DecisionSearch): boolean {
  return [kind, state, person, q].some(Boolean);
}
