import { workedText } from "../lib/minutes.ts";
import type { ProjectTime } from "./time.api.ts";

interface Figures {
  estimated: number | null;
  worked: number;
  /** Nothing more will be written on it. */
  isOver: boolean;
}

/** "3 h left", "1 h less than estimated", "30 min more than estimated". */
export function differenceText({ estimated, worked, isOver }: Figures): string {
  if (!estimated) return worked > 0 ? "not estimated" : "";
  if (worked > estimated) return `${workedText(worked - estimated)} more than estimated`;
  if (worked === estimated) return isOver ? "as estimated" : "nothing left";
  if (worked === 0 && isOver) return "nothing written down";
  const rest = workedText(estimated - worked);
  return isOver ? `${rest} less than estimated` : `${rest} left`;
}

/** What it all comes to, and what finished cards say of the estimates. */
export function headlineText({ estimated, worked, milestones }: ProjectTime): string {
  const said = `${workedText(worked)} written down, ${workedText(estimated)} estimated.`;
  const done = milestones.flatMap(({ cards }) => cards).filter((card) => card.isDone && card.estimated);
  const meant = done.reduce((sum, card) => sum + (card.estimated ?? 0), 0);
  if (meant === 0) return said;
  const took = done.reduce((sum, card) => sum + card.worked, 0);
  const cards = done.length === 1 ? "The card that is done" : `The ${done.length} cards that are done`;
  return `${said} ${cards} took ${(took / meant).toFixed(1)} times what was estimated.`;
}
