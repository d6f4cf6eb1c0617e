import { refused } from "../kit/errors.ts";

/** Open work is never left behind in a milestone that is over. */
export function refuseClosedMilestone(state: string | null): void {
  if (state === "accepted" || state === "dropped")
    throw refused("milestone-closed", `This milestone is ${state}: it takes no more cards.`, { state });
}
