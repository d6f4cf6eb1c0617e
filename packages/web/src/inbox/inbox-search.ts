export type Pile = "decisions" | "mentions" | "assigned" | "reviews" | "watched";
export type InboxState = "open" | "snoozed" | "done";

export interface InboxSearch {
  pile?: Pile;
  state?: InboxState;
  item?: string;
}

const PILES: readonly string[] = ["decisions", "mentions", "assigned", "reviews", "watched"] satisfies Pile[];
const isPile = (value: unknown): value is Pile => typeof value === "string" && PILES.includes(value);

export function readInboxSearch({ pile, state, item }: Record<string, unknown>): InboxSearch {
  return {
    ...(isPile(pile) ? { pile } : {}),
    ...(state === "done" || state === "snoozed" ? { state } : {}),
    ...(typeof item === "string" ? { item } : {}),
  };
}
