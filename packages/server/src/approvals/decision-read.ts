import { signOff } from "@milepost/planning";
import { notFound } from "../kit/errors.ts";
import { portalHref, read, type Visit } from "../portal/visit.ts";
import { ApprovalSnapshot, type ApprovalSnapshotView } from "./approval-snapshot.view.ts";
import {
  type AskedRow,
  askedOf,
  filesOf,
  mailedYesAt,
  type PinnedFile,
  type RequestRow,
  requestAfter,
  requestById,
  requestByNumber,
  type SaidRow,
  saidOf,
  talkBeside,
} from "./decision-read.store.ts";
import { canTakeBack } from "./take-back.ts";

const READ_ONLY_MS = 30 * 86_400_000;

export type DecisionState = "open" | "decided" | "superseded" | "cancelled";

/** One request, as a person of the client reads it. */
export interface DecisionView {
  request: RequestRow;
  snapshot: ApprovalSnapshotView;
  /** The round before, for what is different. */
  before: ApprovalSnapshotView | null;
  /** The round after, where this one is over. */
  next: RequestRow | null;
  files: PinnedFile[];
  asked: AskedRow[];
  said: SaidRow[];
  talk: Awaited<ReturnType<typeof talkBeside>>;
  state: DecisionState;
  /** When they wrote "approved" by mail, which decides nothing yet. */
  saidYesAt: Date | null;
  /** Their own decision that stands. */
  own: SaidRow | null;
  /** May decide now; may give an opinion. */
  isTurn: boolean;
  isAdviser: boolean;
  isDecider: boolean;
}

export async function readDecision(visit: Visit): Promise<DecisionView> {
  return read(visit, async (tx) => {
    const request = await findRequest(visit, tx);
    if (!request || isOver(visit, request)) throw notFound();
    const asked = await askedOf(tx, [request.id]);
    const said = await saidOf(tx, [request.id]);
    const before = request.earlierId === null ? null : await requestById(tx, request.earlierId);
    return {
      request,
      snapshot: parse(request),
      before: before ? parse(before) : null,
      next: (await requestAfter(tx, request.id)) ?? null,
      files: await filesOf(tx, request.id),
      asked,
      said,
      talk: await talkBeside(tx, request.projectId, request.milestoneId),
      saidYesAt: await mailedYesAt(tx, request.id),
      state: stateOf(request),
      ...part(visit, request, asked, said),
    };
  });
}

function findRequest({ link, project, request }: Visit, tx: Parameters<typeof requestById>[0]) {
  if (link) return requestById(tx, link.row.subjectId ?? "");
  const { number = "" } = request.params as { number?: string };
  return /^\d{1,6}$/.test(number)
    ? requestByNumber(tx, project.id, Number(number))
    : Promise.resolve(undefined);
}

/** A link goes on showing what became of it for a while; who has a session reads it for good. */
function isOver({ link, now }: Visit, row: RequestRow): boolean {
  const closed = row.outcomeAt ?? row.supersededAt ?? row.cancelledAt;
  return link !== null && closed !== null && now.getTime() - closed.getTime() > READ_ONLY_MS;
}

export function parse({ snapshot }: RequestRow): ApprovalSnapshotView {
  return ApprovalSnapshot.parse(JSON.parse(snapshot));
}

function stateOf(row: RequestRow): DecisionState {
  if (row.cancelledAt !== null) return "cancelled";
  if (row.outcome !== null) return "decided";
  return row.supersededAt === null ? "open" : "superseded";
}

function part(
  { visitor, preview }: Visit,
  request: RequestRow,
  asked: readonly AskedRow[],
  said: readonly SaidRow[],
) {
  const { personId } = visitor;
  const seats = asked.filter(
    (one) => one.part === "decider" && (one.personId === personId || one.delegateId === personId),
  );
  const turn = preview === null && stateOf(request) === "open" ? turnOf(request, asked, said) : [];
  return {
    own: said.findLast((one) => one.personId === personId && one.withdrawnAt === null) ?? null,
    isTurn: seats.some((seat) => turn.includes(seat.personId)),
    isAdviser: asked.some((one) => one.part === "adviser" && one.personId === personId),
    isDecider: asked.some((one) => one.part === "decider" && one.personId === personId),
  };
}

/** Whose decision is awaited now. */
export function turnOf(
  { rule }: Pick<RequestRow, "rule">,
  asked: readonly Pick<AskedRow, "personId" | "delegateId" | "part">[],
  said: readonly Pick<SaidRow, "personId" | "verdict" | "at" | "withdrawnAt">[],
): readonly string[] {
  return signOff({
    rule: rule === "all" || rule === "order" ? rule : "any",
    approvers: asked.filter((one) => one.part === "decider"),
    decisions: said
      .filter(({ verdict }) => verdict !== "advised")
      .map(({ personId, verdict, at, withdrawnAt }) => ({
        personId,
        verdict: verdict === "changes_requested" ? verdict : "approved",
        at: at.toISOString(),
        withdrawn: withdrawnAt !== null,
      })),
  }).turn;
}

/** Pages about one request, by link or by session. */
export type DecisionPlace = "" | "/changes" | "/colleague" | "/receipt" | "/certificate.pdf" | "/record.json";

export function placeOf(visit: Visit, number: number, place: DecisionPlace | `/file/${string}` = ""): string {
  const { token } = visit.request.params as { token?: string };
  return visit.link && token ? `/d/${token}${place}` : portalHref(visit, `/decisions/${number}${place}`);
}

export function mayTakeBack({ now }: Visit, own: SaidRow | null): own is SaidRow {
  return own !== null && own.way !== "window" && own.decidedBy === null && canTakeBack(own.at, now);
}
