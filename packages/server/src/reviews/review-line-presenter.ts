import { clientClock } from "@milepost/planning";
import { civilDate } from "../kit/clock.ts";
import type { MilestoneWithParts } from "../milestones/milestone-parts.store.ts";
import { presentRisks } from "../milestones/risks.view.ts";
import { clockOf } from "../plan/client-times.ts";
import type { PlanFigures } from "../plan/plan-figures.ts";
import { presentProgress } from "../plan/project-figures.ts";
import { carriedOut } from "./reshape.ts";
import type { ReviewLineView, StandingView } from "./review.view.ts";
import { type Around, presentAction, presentWaiting, presentWords } from "./review-around.ts";
import type { LineRow } from "./review-lines.store.ts";

/** How a milestone stands by the computed figures. */
export function standingOf(
  row: Pick<MilestoneWithParts, "id" | "targetOn">,
  figures: PlanFigures,
): StandingView {
  const forecast = figures.forecasts.get(row.id);
  return {
    computed: figures.health.get(row.id)?.word ?? "not_enough_data",
    likelyOn: forecast?.p50On ?? null,
    safeOn: forecast?.p80On ?? null,
    targetOn: row.targetOn,
  };
}

/** One milestone as the review looks at it; what stands in columns is checked by the view that it goes into. */
export function presentLine(row: MilestoneWithParts, around: Around) {
  const { whole, figures, lines } = around;
  const { id, title, outcome, state, ownerId, audience, startOn, targetOn } = row;
  const line = lines.get(id);
  const { likelyOn, safeOn } = standingOf(row, figures);
  const opened = line === undefined ? null : openedOf(line);
  return {
    milestoneId: id,
    ref: `${whole.rows.head.key}-M${row.number}`,
    title,
    outcome,
    state,
    parentId: row.parentId,
    ownerId,
    audience,
    startOn,
    targetOn,
    toldTargetOn: whole.rows.told?.find((one) => one.id === id)?.targetOn ?? null,
    health: figures.health.get(id) ?? null,
    likelyOn,
    safeOn,
    opened,
    changed: changedSince(row, opened, figures),
    last: lastOf(id, around),
    trend: around.earlier.flatMap(({ milestoneId, heldAt, ...then }) =>
      milestoneId === id ? [{ ...then, on: civilDate(heldAt, whole.work.zone) }] : [],
    ),
    ...workOf(id, around),
    criteria: row.criteria.map(({ id: criterionId, text, answer }) => ({ id: criterionId, text, answer })),
    decisions: around.waiting
      .filter(({ milestoneId }) => milestoneId === id)
      .map((one) => presentWaiting(one, whole)),
    ...clientOf(row, around),
    risks: presentRisks(whole.rows.risks).filter(
      ({ status, milestoneIds }) => status === "open" && milestoneIds.includes(id),
    ),
    ...saidOf(line),
    splitOff: line ? splitOffOf(line, around) : null,
    actions: around.actions
      .filter(({ milestoneId }) => milestoneId === id)
      .map((one) => presentAction(one, whole)),
    words: around.words.filter(({ milestoneId }) => milestoneId === id).map(presentWords),
  };
}

function openedOf({ computed, likelyOn, safeOn, targetOn }: LineRow) {
  return { computed, likelyOn, safeOn, targetOn };
}

function changedSince(
  row: MilestoneWithParts,
  opened: ReturnType<typeof openedOf> | null,
  figures: PlanFigures,
): ReviewLineView["changed"] {
  if (opened === null) return [];
  const now = standingOf(row, figures);
  const closed = row.state === "accepted" || row.state === "dropped";
  return [
    ...(!closed && now.computed !== opened.computed ? (["health"] as const) : []),
    ...(!closed && now.likelyOn !== opened.likelyOn ? (["likely"] as const) : []),
    ...(!closed && now.safeOn !== opened.safeOn ? (["safe"] as const) : []),
    ...(now.targetOn !== opened.targetOn ? (["target"] as const) : []),
    ...(closed ? (["state"] as const) : []),
  ];
}

/** What the review before said of it, and what is still to be done of that. */
function lastOf(id: string, { last, lastActions, whole }: Around): ReviewLineView["last"] {
  const then = last?.snapshot.lines.find(({ milestoneId }) => milestoneId === id);
  if (!then) return null;
  return {
    computed: then.health?.word ?? "not_enough_data",
    stated: then.stated,
    evidence: then.evidence,
    decision: then.decision ?? "keep",
    reason: then.reason,
    likelyOn: then.likelyOn,
    safeOn: then.safeOn,
    targetOn: then.targetOn,
    actions: lastActions
      .filter(({ milestoneId, doneAt, cardId, archivedAt }) => {
        const open = cardId !== null && doneAt === null && archivedAt === null;
        return milestoneId === id && open;
      })
      .map((one) => presentAction(one, whole)),
  };
}

function workOf(id: string, { whole, figures, cards }: Around) {
  const held = whole.plan.cards.filter(({ milestoneId }) => milestoneId === id);
  return {
    progress: presentProgress(figures.progress.get(id)),
    cards: {
      done: held.filter(({ place }) => place === "done").length,
      count: held.length,
      estimated: held.filter(({ likely }) => likely !== null).length,
    },
    since: cards.get(id) ?? { done: 0, added: 0 },
  };
}

function clientOf(row: MilestoneWithParts, { whole: { rows, work } }: Around) {
  const waits = rows.clientTimes.filter(
    ({ milestoneId, kind, toAt }) => milestoneId === row.id && kind === "request" && toAt === null,
  );
  return {
    requests: waits.map(({ id, title, dueOn, askedAt, fromAt }) => ({
      id,
      title,
      dueOn,
      askedOn: civilDate(askedAt, work.zone),
      clientDays: clientClock(work.calendar, null, [{ from: civilDate(fromAt, work.zone), to: work.today }])
        .clientDays,
    })),
    clock: rows.head.clientId === null ? null : clockOf(row, rows.clientTimes, work),
  };
}

const UNSAID = {
  stated: null,
  evidence: "",
  decision: null,
  reasonCode: null,
  reason: "",
  clientNote: "",
  decidedBy: null,
  decidedAt: null,
  dateChangeId: null,
  revision: 0,
};

function splitOffOf(line: LineRow, { whole: { rows } }: Around): ReviewLineView["splitOff"] {
  const done = carriedOut(line);
  const second = done?.kind === "split" ? rows.milestones.find(({ id }) => id === done.milestoneId) : null;
  if (!second) return null;
  return { milestoneId: second.id, ref: `${rows.head.key}-M${second.number}`, title: second.title };
}

function saidOf(line: LineRow | undefined) {
  if (!line) return UNSAID;
  const { stated, evidence, decision, reasonCode, reason, clientNote, decidedBy, revision } = line;
  return {
    stated,
    evidence,
    decision,
    reasonCode,
    reason,
    clientNote,
    decidedBy,
    decidedAt: line.decidedAt?.toISOString() ?? null,
    dateChangeId: line.eventId,
    revision,
  };
}
