import { z } from "zod";
import type { RequestRow } from "./client-requests.store.ts";

export const RequestKind = z
  .enum(["files", "answers", "access", "confirm"])
  .meta({ id: "ClientRequestKind" });

const RequestState = z
  .enum(["draft", "asked", "answered", "accepted", "cancelled"])
  .meta({ id: "ClientRequestState" });

export const Texts = z.array(z.string());

const Answer = z.object({
  round: z.int(),
  words: z.string(),
  /** One to each question, in their order. */
  answers: Texts,
  sentAt: z.iso.datetime(),
  returnedAt: z.iso.datetime().nullable(),
  returnedReason: z.string(),
  /** The member who handed over the link that it came by; null for a link that went by mail. */
  handedOverBy: z.string().nullable(),
  handedOverName: z.string().nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string(), version: z.int() })),
});

export const ClientRequest = z
  .object({
    id: z.string(),
    projectId: z.string(),
    number: z.int(),
    kind: RequestKind,
    title: z.string(),
    why: z.string(),
    questions: Texts,
    dueOn: z.string().nullable(),
    /** What cannot be reached without it. */
    milestoneId: z.string().nullable(),
    contactId: z.string().nullable(),
    contactName: z.string().nullable(),
    askedBy: z.string().nullable(),
    askedAt: z.iso.datetime().nullable(),
    answeredAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
    state: RequestState,
    /** What was sent, the oldest first; what the client has only typed so far stays theirs. */
    sent: z.array(Answer),
    revision: z.int(),
  })
  .meta({ id: "ClientRequest" });

export type ClientRequestView = z.infer<typeof ClientRequest>;

export function presentRequest(row: RequestRow): ClientRequestView {
  return ClientRequest.parse({
    ...row,
    askedAt: row.askedAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    sent: row.sent.map(({ it }) => ({ ...it, sentAt: iso(it.sentAt), returnedAt: iso(it.returnedAt) })),
  });
}

function iso(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
