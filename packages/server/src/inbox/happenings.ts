import type { EventRow } from "./events.store.ts";
import type { Reason } from "./reasons.ts";

export const THING_KINDS = [
  "card",
  "milestone",
  "objective",
  "project",
  "approval",
  "clientRequest",
  "changeRequest",
  "proposal",
  "publication",
  "review",
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** What somebody is in it, and so why they hear of it. */
export type Part = "asker" | "owner" | "lead" | "team";

/** What a happening means for whom: named people, or whoever has one of these parts in the thing. */
export interface Meant {
  thing: { kind: ThingKind; id: string };
  reason: Reason;
  people?: readonly string[];
  parts?: readonly Part[];
  /** The milestone whose owner is meant. */
  milestoneId?: string | null;
  /** Only what somebody of a client did. */
  byContact?: true;
}

interface Facts {
  about?: { kind: ThingKind; id: string };
  mentions?: string[];
  people?: string[];
  added?: string[];
  after?: { ownerId?: string | null };
  fields?: string[];
  verdict?: string;
  milestoneId?: string | null;
  to?: string;
}

/** Every verb that reaches an inbox; all others are news for whoever looks, such as a label that changed. */
const MEANS: Record<string, (event: EventRow, facts: Facts) => Meant[]> = {
  "comment.added": talk,
  "comment.edited": (event, facts) => talk(event, facts).filter(({ reason }) => reason === "mentioned"),
  "card.created": ({ subjectId: id }, { people = [] }) => [
    { thing: { kind: "card", id }, reason: "assigned", people },
  ],
  "card.assigned": ({ subjectId: id }, { added = [] }) => [
    { thing: { kind: "card", id }, reason: "assigned", people: added },
  ],
  "milestone.created": ({ subjectId: id }) => [ownerOf(id)],
  "milestone.changed": ({ subjectId: id }, { after }) => (after?.ownerId ? [ownerOf(id)] : []),
  "milestone.questionAsked": ({ subjectId: id }) => [
    { thing: { kind: "milestone", id }, reason: "question_asked", parts: ["owner", "lead"], milestoneId: id },
  ],
  "project.created": ({ subjectId: id }) => [leadOf(id)],
  "project.changed": ({ subjectId: id }, { fields = [] }) => (fields.includes("leadId") ? [leadOf(id)] : []),
  "approval.decided": (event, facts) => {
    if (facts.verdict === "changes_requested") return [answered(event, facts, "changes_requested")];
    return [answered(event, facts, "decided")];
  },
  "approval.takenBack": (event, facts) => [answered(event, facts, "taken_back")],
  "approval.escalated": ({ subjectId: id }, { to }) => [
    { thing: { kind: "approval", id }, reason: "unanswered", people: to ? [to] : [] },
  ],
  "clientRequest.answered": (event, facts) => [answered(event, facts, "answered")],
  "clientRequest.unanswered": (event, facts) => [answered(event, facts, "unanswered")],
  "changeRequest.asked": ({ subjectId: id }) => [
    { thing: { kind: "changeRequest", id }, reason: "wished", parts: ["lead"] },
  ],
  "proposal.made": (event, facts) => [answered(event, facts, "proposed")],
  "proposal.counterAgreed": (event, facts) => [answered(event, facts, "counter_agreed")],
  "publication.visible": ({ subjectId: id }) => [
    { thing: { kind: "publication", id }, reason: "notice", parts: ["team"] },
  ],
};

export function meaningsOf(event: EventRow): Meant[] {
  // Facts are written by `record` alone, each verb with its own.
  return MEANS[event.verb]?.(event, event.data as Facts) ?? [];
}

function talk({ projectId, audience }: EventRow, { about, mentions = [] }: Facts): Meant[] {
  const thing = about ?? (projectId === null ? null : { kind: "project" as const, id: projectId });
  if (!thing) return [];
  const mentioned: Meant = { thing, reason: "mentioned", people: mentions };
  if (audience !== "client") return [mentioned];
  const milestoneId = thing.kind === "milestone" ? thing.id : null;
  return [
    { thing, reason: "client_wrote", parts: ["owner", "lead"], milestoneId, byContact: true },
    mentioned,
  ];
}

function ownerOf(id: string): Meant {
  return { thing: { kind: "milestone", id }, reason: "owner", parts: ["owner"], milestoneId: id };
}

function leadOf(id: string): Meant {
  return { thing: { kind: "project", id }, reason: "lead", parts: ["lead"] };
}

const ASKED = ["approval", "clientRequest", "proposal"] as const;

/** Something that a member asked has an answer: for who asked, and for who owns the milestone. */
function answered({ subjectKind, subjectId }: EventRow, facts: Facts, reason: Reason): Meant {
  const kind = ASKED.find((one) => one === subjectKind) ?? "approval";
  const milestoneId = facts.milestoneId ?? null;
  return { thing: { kind, id: subjectId }, reason, parts: ["asker", "owner"], milestoneId };
}
