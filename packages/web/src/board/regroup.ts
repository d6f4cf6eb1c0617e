import { type Act, type ActCard, marksAct, milestoneAct } from "../lib/card-acts.ts";
import type { Group } from "./groups.ts";

/** From one group to another: the card gets what the cards there have in common and loses what it had in the first. */
export function regroupAct(card: ActCard, from: Group | null, to: Group): Act {
  if (to.by === "milestone") return milestoneAct(card, to.id);
  const kind = to.by === "person" ? "people" : "labels";
  const had = card[kind];
  return marksAct(card, kind, {
    add: to.id !== null && !had.includes(to.id) ? [to.id] : [],
    // "Nobody" and "Without label" mean what they say, also for a card that stands in several groups.
    remove: to.id === null ? had : had.filter((id) => id === from?.id && id !== to.id),
  });
}
