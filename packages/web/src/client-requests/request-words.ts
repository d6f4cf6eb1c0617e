import { dayText } from "../lib/dates.ts";
import type { ClientRequest } from "./client-requests.api.ts";

/** Where a request stands, in neutral words. */
export function standing({ state, contactName, askedAt, dueOn, sent }: ClientRequest, today: string): string {
  const who = contactName ?? "nobody yet";
  const day = (instant: string | null) => (instant ? dayText(instant.slice(0, 10), today) : "");
  switch (state) {
    case "draft":
      return `Not asked yet, for ${who}`;
    case "asked":
      return [
        sent.length > 0 ? `Asked again, ${who}` : `Waiting for ${who} since ${day(askedAt)}`,
        dueOn ? `due ${dayText(dueOn, today)}` : "",
      ]
        .filter(Boolean)
        .join(", ");
    case "answered":
      return `${who} answered ${day(sent.at(-1)?.sentAt ?? null)}. Your turn.`;
    case "accepted":
      return `Answered by ${who}, accepted`;
    case "cancelled":
      return "Cancelled";
  }
}

export function isOpen({ state }: ClientRequest): boolean {
  return state === "draft" || state === "asked" || state === "answered";
}
