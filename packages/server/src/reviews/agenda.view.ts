import { z } from "zod";
import { HealthWord } from "../plan/plan.view.ts";

/** What a review will be about: facts of the project as it is now, none of them typed. */
export const ReviewAgenda = z
  .object({
    /** Off track, at risk or waiting for the client, in the order of their words. */
    milestones: z.array(
      z.object({
        id: z.string(),
        ref: z.string(),
        title: z.string(),
        word: HealthWord,
        targetOn: z.string().nullable(),
        likelyOn: z.string().nullable(),
      }),
    ),
    /** Decisions that are waited for, from the team and from the client. */
    decisions: z.array(
      z.object({
        title: z.string(),
        by: z.enum(["team", "client"]),
        waitingFor: z.array(z.string()),
        dueOn: z.string().nullable(),
      }),
    ),
    /** What the client was asked for and has not sent in time. */
    overdue: z.array(z.object({ title: z.string(), dueOn: z.string(), contact: z.string().nullable() })),
    /** Who was told of the last publication and has neither acknowledged it nor asked. */
    unacknowledged: z.array(z.object({ personId: z.string(), name: z.string() })),
    /** Agreed in the last review and not done. */
    actions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        owner: z.string().nullable(),
        dueOn: z.string().nullable(),
        cardId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ReviewAgenda" });

export type ReviewAgendaView = z.infer<typeof ReviewAgenda>;
