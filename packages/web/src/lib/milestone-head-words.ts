import type { MilestoneHead } from "./milestone-heads.ts";

/** "3 of 8 done, 42 % of the work": cards are counted, work is weighed by their estimates. */
export function doneText({ doneCount, count, percent }: MilestoneHead["progress"]): string {
  return count === 0 ? "No cards" : `${doneCount} of ${count} done, ${percent} % of the work`;
}

/** "+2 cards since baseline"; nothing where all is as it was. */
export function scopeText({ added, removed }: NonNullable<MilestoneHead["scope"]>): string {
  if (added === 0 && removed === 0) return "";
  const parts = [...(added > 0 ? [`+${added}`] : []), ...(removed > 0 ? [`−${removed}`] : [])];
  const one = added + removed === 1;
  return `${parts.join(" ")} ${one ? "card" : "cards"} since baseline`;
}
