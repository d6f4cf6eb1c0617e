import { z } from "zod";

const ClientPerson = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.string(),
  role: z.enum(["approver", "observer"]),
  /** The colleague who let them in; null where the team did. */
  invitedBy: z.string().nullable(),
  /** When a page of this project was last before their eyes; null for never, and where no log is kept. */
  openedAt: z.iso.datetime().nullable(),
  /** How many of their devices are signed in. */
  sessions: z.int(),
  /** Their calendar reads this project by a secret address. */
  hasFeed: z.boolean(),
  /** What became of the newest mail to their address. */
  mail: z.object({ state: z.enum(["waiting", "sent", "failed", "outbox"]), at: z.iso.datetime() }).nullable(),
  /** Whether a member may make a link for them: mail cannot carry it, and a link is enough here. */
  handsOver: z.boolean(),
});

export const ClientAccess = z
  .object({
    level: z.enum(["easy", "code", "account"]),
    viewLog: z.boolean(),
    people: z.array(ClientPerson),
  })
  .meta({ id: "ClientAccess" });

export const PortalView = z
  .object({
    id: z.string(),
    personId: z.string(),
    name: z.string(),
    page: z.string(),
    fetchedAt: z.iso.datetime(),
    /** It was before their eyes for three seconds; without it a scanner may have fetched it. */
    seenAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "PortalView" });

export type ClientAccessView = z.input<typeof ClientAccess>;
export type ClientPersonView = z.input<typeof ClientPerson>;
