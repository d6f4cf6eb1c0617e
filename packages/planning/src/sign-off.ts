import { type Decision, refuse, YES } from "./decision.ts";

/** Any one approver decides; all have to approve; or one after the other, in the order of the list. */
export type SignOffRule = "any" | "all" | "order";

export type SignOffStatus = "pending" | "approved" | "changes_requested";

export interface Approver {
  readonly personId: string;
  /** May decide in the approver's place. */
  readonly delegateId: string | null;
}

export interface SignOffDecision {
  /** Who decided: an approver or the delegate of one. */
  readonly personId: string;
  readonly verdict: "approved" | "changes_requested";
  /** The instant, as ISO 8601 text in UTC. */
  readonly at: string;
  /** Taken back by its author within the minutes allowed: counts no more. */
  readonly withdrawn: boolean;
}

export interface SignOffRequest {
  readonly rule: SignOffRule;
  /** In the order in which they decide under `order`. */
  readonly approvers: readonly Approver[];
  readonly decisions: readonly SignOffDecision[];
}

export interface SignOff {
  readonly status: SignOffStatus;
  /** The approvers (not their delegates) whose decision is awaited now; empty once it is decided. */
  readonly turn: readonly string[];
  /** The decisions that made the result or are in force so far, one per approver, in the order of the approvers. */
  readonly inForce: readonly { readonly approverId: string; readonly decision: SignOffDecision }[];
}

/**
 * Who has decided, what came of it, and whose turn is it? The rule is the one that stood when the decision was asked for.
 *
 * Per approver the earliest decision that was not withdrawn is in force, whether theirs or their delegate's. Changes requested by
 * anybody whose turn it is end the round under every rule. Under `any` the first decision is the result; two at the very same
 * instant count as changes requested, because an approval must not hide an objection. Without approvers it stays pending.
 * @example signOff({ rule: "any", approvers: [{ personId: "dana", delegateId: null }], decisions: [] })
 * // { status: "pending", turn: ["dana"], inForce: [] }
 */
export function signOff({ rule, approvers, decisions }: SignOffRequest): SignOff {
  const inForce = approvers.flatMap((approver) => {
    const decision = decisionOf(approver, decisions);
    return decision === undefined ? [] : [{ approverId: approver.personId, decision }];
  });
  const decided = new Map(inForce.map(({ approverId, decision }) => [approverId, decision]));
  const waiting = approvers.map(({ personId }) => personId).filter((id) => !decided.has(id));
  const awaited = rule === "order" ? waiting.slice(0, 1) : waiting;
  const counting = rule === "order" ? beforeFirst(approvers, awaited[0], decided) : [...decided.values()];
  const status = rule === "any" ? firstVerdict(counting) : verdictOfAll(counting, approvers.length);
  return { status, turn: status === "pending" ? awaited : [], inForce };
}

/**
 * May this person decide now?
 * @example mayDecide({ rule: "order", approvers: [dana, lee], decisions: [] }, "lee")
 * // { ok: false, code: "not_your_turn", missing: ["dana"] }
 */
export function mayDecide(
  request: SignOffRequest,
  personId: string,
): Decision<"not_an_approver" | "already_decided" | "closed" | "not_your_turn", string> {
  const seats = request.approvers.filter((approver) => holdsSeat(approver, personId));
  if (seats.length === 0) return refuse("not_an_approver");
  const { status, turn, inForce } = signOff(request);
  if (status !== "pending") return refuse("closed");
  if (seats.some((seat) => turn.includes(seat.personId))) return YES;
  const decided = seats.every((seat) => inForce.some(({ approverId }) => approverId === seat.personId));
  return decided ? refuse("already_decided") : refuse("not_your_turn", turn);
}

function holdsSeat(approver: Approver, personId: string): boolean {
  return approver.personId === personId || approver.delegateId === personId;
}

function decisionOf(approver: Approver, decisions: readonly SignOffDecision[]): SignOffDecision | undefined {
  return decisions
    .filter((decision) => !decision.withdrawn && holdsSeat(approver, decision.personId))
    .sort(earlierFirst)[0];
}

/** At the same instant an objection comes before an approval. */
function earlierFirst(a: SignOffDecision, b: SignOffDecision): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.verdict !== b.verdict) return a.verdict === "changes_requested" ? -1 : 1;
  return a.personId < b.personId ? -1 : 1;
}

function beforeFirst(
  approvers: readonly Approver[],
  awaited: string | undefined,
  decided: ReadonlyMap<string, SignOffDecision>,
): SignOffDecision[] {
  const end = awaited === undefined ? approvers.length : approvers.findIndex((a) => a.personId === awaited);
  return approvers.slice(0, end).flatMap(({ personId }) => decided.get(personId) ?? []);
}

function firstVerdict(decisions: readonly SignOffDecision[]): SignOffStatus {
  return [...decisions].sort(earlierFirst)[0]?.verdict ?? "pending";
}

function verdictOfAll(decisions: readonly SignOffDecision[], approvers: number): SignOffStatus {
  if (decisions.some(({ verdict }) => verdict === "changes_requested")) return "changes_requested";
  return approvers > 0 && decisions.length === approvers ? "approved" : "pending";
}
