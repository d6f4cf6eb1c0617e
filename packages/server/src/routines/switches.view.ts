import { z } from "zod";
import { MOST_DAYS, SWITCH_CODES } from "./switch-kinds.ts";

const state = {
  on: z.boolean(),
  /** The number in its sentence; null where that has none. */
  days: z.int().min(1).max(MOST_DAYS).nullable(),
};

export const SwitchWish = z.strictObject({
  ...state,
  /** As it was when somebody decided: nobody switches over what another has just set. */
  expected: z.strictObject(state),
});

const Switch = z
  .object({
    code: z.enum(SWITCH_CODES),
    ...state,
    /** Who switched it on, where that person is still known, and when. */
    by: z.string().nullable(),
    since: z.iso.datetime().nullable(),
    /** What it did last, and to what: null before the first time, the thing null where that is gone. */
    last: z
      .object({
        at: z.iso.datetime(),
        thing: z
          .object({
            kind: z.enum(["card", "milestone", "clientRequest"]),
            ref: z.string().nullable(),
            title: z.string(),
          })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Switch" });

export const Switches = z.object({ items: z.array(Switch) }).meta({ id: "Switches" });

export type SwitchState = z.infer<typeof SwitchWish>["expected"];
export type SwitchView = z.infer<typeof Switch>;
