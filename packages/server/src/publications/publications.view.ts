import { z } from "zod";
import { VersionField } from "../plan/plan-versions.view.ts";

const Somebody = z.object({ id: z.string(), name: z.string() });

export const Publication = z
  .object({
    id: z.string(),
    projectId: z.string(),
    n: z.int(),
    at: z.iso.datetime(),
    /** Until then nobody outside the team sees it, and it can be taken back. */
    heldUntil: z.iso.datetime(),
    by: Somebody.nullable(),
    clientText: z.string(),
    teamText: z.string(),
    /** SHA-256 of the snapshot as it is stored. */
    hash: z.string(),
    /** The plan version that it made; null where the plan stayed the same. */
    version: z.int().nullable(),
  })
  .meta({ id: "Publication" });

const ClientChange = z
  .object({
    kind: z.enum(["project", "objective", "milestone", "risk", "card"]),
    id: z.string(),
    number: z.int().nullable(),
    title: z.string(),
    change: z.enum(["added", "removed", "changed"]),
    fields: z.array(VersionField),
  })
  .meta({ id: "ClientChange" });

export const PublicationPreview = z
  .object({
    /** Of what would be frozen now: to be sent with the publication, so that nothing else is published than was seen. */
    hash: z.string(),
    /** The last publication that stands; 0 before the first. */
    last: z.int(),
    changes: z.array(ClientChange),
    count: z.int(),
    /** The plan version that publishing would make; null where the plan stays the same. */
    version: z.int().nullable(),
    recipients: z.array(Somebody.extend({ role: z.enum(["approver", "observer"]) })),
    /** Who of the team is told: all who work on it and read plans, but whoever publishes. */
    team: z.array(Somebody),
    /** Open milestones that clients do not see, and would not with this publication. */
    teamOnly: z.array(
      z.object({
        id: z.string(),
        ref: z.string(),
        title: z.string(),
        targetOn: z.string().nullable(),
        revision: z.int(),
      }),
    ),
    /** Why it cannot be published yet. */
    blocked: z.enum(["no-client", "no-contact", "no-dated-milestone"]).nullable(),
    /** One that is being published right now: until it is out or taken back there is no next one. */
    held: Publication.nullable(),
    draft: z.object({ clientText: z.string(), teamText: z.string() }),
  })
  .meta({ id: "PublicationPreview" });

export const PublicationState = z
  .object({
    /** Null without a client, and for guests. */
    count: z.int().nullable(),
    last: Publication.nullable(),
    held: Publication.nullable(),
  })
  .meta({ id: "PublicationState" });

export type PublicationView = z.infer<typeof Publication>;
export type PublicationPreviewView = z.infer<typeof PublicationPreview>;
export type PublicationStateView = z.infer<typeof PublicationState>;
