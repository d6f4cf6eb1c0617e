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
  "message",
  "checkIn",
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** What somebody is in it, and so why they hear of it. */
export type Part = "asker" | "owner" | "lead" | "team" | "watcher" | "talker";

/** What a happening means for whom: named people, or whoever has one of these parts in the thing. */
export interface Meant {
  thing: { kind: ThingKind; id: string };
  reason: Reason;
  people?: readonly string[];
  parts?: readonly Part[];
  /** The milestone whose owner is meant. */
  milestoneId?: string | null;
  /** What the client reads as well: guests do not. */
  clientTalk?: true;
  /** Only what somebody of a client did. */
  byContact?: true;
  /** The number in the sentence of a switch. */
  days?: number;
  /** Whoever it happened to stands for it, for nobody did it: elsewhere nobody hears of their own acts. */
  toActor?: true;
}

interface Facts {
  about?: { kind: ThingKind; id: string };
  mentions?: string[];
  people?: string[];
  added?: string[];
  after?: { ownerId?: string | null };
  fields?: string[];
  verdict?: string;
  done?: boolean;
  milestoneId?: string | null;
  to?: string;
  bySwitch?: string;
  days?: number;
}

/** Every verb that reaches an inbox; all others are news for whoever looks, such as a label that changed. */
const MEANS: Record<string, (event: EventRow, facts: Facts) => Meant[]> = {
  "comment.added": talk,
  "comment.edited": (event, facts) => talk(event, facts).filter(({ reason }) => reason === "mentioned"),
  "message.sent": ({ subjectId: id }, { mentions = [] }) => [
    { thing: { kind: "message", id }, reason: "message", parts: ["team"] },
    { thing: { kind: "message", id }, reason: "named", people: mentions },
  ],
  "message.edited": ({ subjectId: id }, { mentions = [] }) => [
    { thing: { kind: "message", id }, reason: "named", people: mentions },
  ],
  "card.created": ({ subjectId: id }, { people = [] }) => [
    { thing: { kind: "card", id }, reason: "assigned", people },
  ],
  // By a switch it is whoever has just begun the card themselves.
  "card.assigned": ({ subjectId: id }, { added = [], bySwitch }) =>
    bySwitch === undefined ? [{ thing: { kind: "card", id }, reason: "assigned", people: added }] : [],
  "card.toldOf": toldBySwitch,
  "milestone.toldOf": toldBySwitch,
  "card.itemsAdded": ({ subjectId: id }, { people = [] }) => [
    { thing: { kind: "card", id }, reason: "assigned", people },
  ],
  "card.itemAssigned": ({ subjectId: id }, { people = [] }) => [
    { thing: { kind: "card", id }, reason: "assigned", people },
  ],
  "card.moved": ({ subjectId: id }, { done }) => (done ? [watched(id, "watched_done")] : []),
  "card.datesChanged": ({ subjectId: id }) => [watched(id, "watched_dates")],
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
  "approval.escalated": (event, facts) => [toldTo(event, facts, "unanswered")],
  "clientRequest.answered": (event, facts) => [answered(event, facts, "answered")],
  "clientRequest.unanswered": (event, facts) => [toldTo(event, facts, "unanswered")],
  "changeRequest.asked": ({ subjectId: id }) => [
    { thing: { kind: "changeRequest", id }, reason: "wished", parts: ["lead"] },
  ],
  "changeRequest.unanswered": (event, facts) => [toldTo(event, facts, "wish_waits")],
  "proposal.made": (event, facts) => [answered(event, facts, "proposed")],
  "proposal.counterAgreed": (event, facts) => [answered(event, facts, "counter_agreed")],
  "checkIn.asked": ({ subjectId: id }, { to }) => [
    { thing: { kind: "checkIn", id }, reason: "checked_in", people: to ? [to] : [] },
  ],
  "publication.visible": ({ subjectId: id }) => [
    { thing: { kind: "publication", id }, reason: "notice", parts: ["team"] },
  ],
};

export function meaningsOf(event: EventRow): Meant[] {
  // Facts are written by `record` alone, each verb with its own.
  return MEANS[event.verb]?.(event, event.data as Facts) ?? [];
}

/** What a comment is about, or the milestone of an approval, beside itself. */
export function aboutOf({ subjectKind, projectId, data }: EventRow): string[] {
  if (subjectKind === "approval") return [(data as Facts).milestoneId ?? []].flat();
  if (subjectKind !== "comment") return [];
  const id = (data as Facts).about?.id ?? projectId;
  return id === null ? [] : [id];
}

/** By the codes of the switches that tell. */
const TELLS: Record<string, Reason> = {
  started_without_estimate: "estimate_missing",
  blocked: "still_blocked",
  due_not_begun: "due_not_begun",
  doing_untouched: "untouched",
  criteria_met: "approval_offered",
};

function toldBySwitch(
  { subjectKind, subjectId: id }: EventRow,
  { bySwitch = "", people = [], days }: Facts,
): Meant[] {
  const reason = TELLS[bySwitch];
  if (!reason) return [];
  const kind = subjectKind === "milestone" ? "milestone" : "card";
  return [{ thing: { kind, id }, reason, people, ...(days === undefined ? {} : { days }) }];
}

function talk({ projectId, audience }: EventRow, { about, mentions = [] }: Facts): Meant[] {
  const thing = about ?? (projectId === null ? null : { kind: "project" as const, id: projectId });
  if (!thing) return [];
  const mentioned: Meant = { thing, reason: "mentioned", people: mentions };
  const heard = thing.kind === "card" ? [watched(thing.id, "watched_talk", audience === "client")] : [];
  const replied: Meant[] = thing.kind === "message" ? [{ thing, reason: "replied", parts: ["talker"] }] : [];
  if (audience !== "client") return [...replied, mentioned, ...heard];
  const milestoneId = thing.kind === "milestone" ? thing.id : null;
  return [
    { thing, reason: "client_wrote", parts: ["owner", "lead"], milestoneId, byContact: true },
    ...replied,
    mentioned,
    ...heard,
  ];
}

function watched(id: string, reason: Reason, isClientTalk = false): Meant {
  const heard: Meant = { thing: { kind: "card", id }, reason, parts: ["watcher"] };
  return isClientTalk ? { ...heard, clientTalk: true } : heard;
}

function ownerOf(id: string): Meant {
  return { thing: { kind: "milestone", id }, reason: "owner", parts: ["owner"], milestoneId: id };
}

function leadOf(id: string): Meant {
  return { thing: { kind: "project", id }, reason: "lead", parts: ["lead"] };
}

const ASKED = ["approval", "clientRequest", "changeRequest", "proposal"] as const;

function askedThing({ subjectKind, subjectId: id }: EventRow): Meant["thing"] {
  return { kind: ASKED.find((one) => one === subjectKind) ?? "approval", id };
}

/** Nobody has answered: for the one person whose turn it is. */
function toldTo(event: EventRow, { to }: Facts, reason: Reason): Meant {
  return { thing: askedThing(event), reason, people: to ? [to] : [], toActor: true };
}

/** Something that a member asked has an answer: for who asked, and for who owns the milestone. */
function answered(event: EventRow, { milestoneId = null }: Facts, reason: Reason): Meant {
  return { thing: askedThing(event), reason, parts: ["asker", "owner"], milestoneId };
}
