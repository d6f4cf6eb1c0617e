import { z } from "zod";

/** RFC 9457, with the request id that finds it in the log. */
export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "Problem" });
