import { z } from "zod";

export const DeliveryRecord = z
  .object({
    id: z.string(),
    madeAt: z.iso.datetime(),
    by: z.string().nullable(),
    namesHidden: z.boolean(),
    /** Of all that it says by itself; the chain of the project seals it. */
    hash: z.string(),
  })
  .meta({ id: "DeliveryRecord" });
