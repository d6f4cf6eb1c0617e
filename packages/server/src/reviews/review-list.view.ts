import { z } from "zod";

const moment = z.iso.datetime().nullable();

const ReviewHead = z
  .object({
    id: z.string(),
    dueOn: z.string(),
    dueAt: z.iso.datetime(),
    openedAt: moment,
    heldAt: moment,
    skippedAt: moment,
    skipReason: z.string(),
  })
  .meta({ id: "ReviewHead" });

export const ReviewList = z.object({ items: z.array(ReviewHead) });
