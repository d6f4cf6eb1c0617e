import { z } from "zod";

/**
 * What happens when nobody answers whether a milestone is done: after so many working days the team is told, it counts
 * as accepted, or it stays open.
 */
export const AcceptanceWindow = z
  .object({ days: z.int().min(1).max(90), otherwise: z.enum(["escalate", "accept", "open"]) })
  .meta({ id: "AcceptanceWindow" });

export type AcceptanceWindowView = z.infer<typeof AcceptanceWindow>;

interface WindowColumns {
  acceptanceDays: number | null;
  acceptanceThen: string | null;
}

/** Null where no window is set. */
export function windowOf({ acceptanceDays, acceptanceThen }: WindowColumns): AcceptanceWindowView | null {
  return acceptanceDays === null
    ? null
    : AcceptanceWindow.parse({ days: acceptanceDays, otherwise: acceptanceThen });
}

export function windowColumns(window: AcceptanceWindowView | null): WindowColumns {
  return { acceptanceDays: window?.days ?? null, acceptanceThen: window?.otherwise ?? null };
}
