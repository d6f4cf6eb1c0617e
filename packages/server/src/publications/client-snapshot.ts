import { canonicalJson } from "../kit/canonical-json.ts";
import { sha256 } from "../kit/secret.ts";
import { presentRisks } from "../milestones/risks.view.ts";
import type { HealthView } from "../plan/plan.view.ts";
import { figuresOf, type PlanFigures } from "../plan/plan-figures.ts";
import { placeOf } from "../plan/plan-model.ts";
import type { WholePlan } from "../plan/read-plan.ts";
import { healthOfProject } from "../plan/road.ts";
import { windowOf } from "../projects/acceptance-window.view.ts";
import { ClientSnapshot, type ClientSnapshotView, type HealthSentenceWord } from "./client-snapshot.view.ts";

const SENTENCES: Record<HealthView["word"], HealthSentenceWord> = {
  reached: "reached",
  paused: "paused",
  on_track: "in_time",
  at_risk: "may_be_later",
  off_track: "expected_later",
  waiting_for_client: "waiting_for_client",
  not_enough_data: "too_early",
};

export interface FrozenSnapshot {
  snapshot: ClientSnapshotView;
  /** As it is stored, byte by byte. */
  text: string;
  hash: string;
}

/** The plan as it is now, as a publication would freeze it; `last` is what clients read today. */
export function freezeForClients(whole: WholePlan, last: ClientSnapshotView | null): FrozenSnapshot {
  const snapshot = clientSnapshot(whole, last);
  const text = canonicalJson(snapshot);
  return { snapshot, text, hash: sha256(text) };
}

function clientSnapshot(whole: WholePlan, last: ClientSnapshotView | null): ClientSnapshotView {
  const { rows, work } = whole;
  const figures = figuresOf(whole);
  const milestones = shownMilestones(whole, last);
  const shown = new Set(milestones.map(({ id }) => id));
  const published = whole.plan.milestones.filter(({ id }) => shown.has(id));
  const onProject = new Set(rows.contacts.flatMap(({ id, role }) => (role === null ? [] : [id])));
  const { word, milestoneId, reasons } = healthOfProject(published, figures.health, work.today);
  return ClientSnapshot.parse({
    format: 1,
    project: {
      ...rows.head,
      acceptance: windowOf(rows.head),
      health: { ...clientHealth({ word, reasons }), milestoneId },
    },
    objectives: rows.objectives,
    milestones: milestones.map((row) => clientMilestone(row, { whole, onProject, figures, shown })),
    risks: presentRisks(rows.risks).filter(
      ({ audience, status }) => audience === "client" && status === "open",
    ),
    cards: rows.cards.filter(isShownCard).map((row) => ({
      id: row.id,
      title: row.title,
      milestoneId: row.milestoneId !== null && shown.has(row.milestoneId) ? row.milestoneId : null,
      category: categoryOf(row),
    })),
  });
}

/** What was dropped before clients had ever read of it is nothing to them. */
function shownMilestones({ rows }: WholePlan, last: ClientSnapshotView | null) {
  const known = new Set(last?.milestones.map(({ id }) => id));
  return rows.milestones.filter(
    ({ id, audience, state }) => audience === "client" && (state !== "dropped" || known.has(id)),
  );
}

interface Behind {
  whole: WholePlan;
  /** People of the client who have a role in the project. */
  onProject: ReadonlySet<string>;
  figures: PlanFigures;
  shown: ReadonlySet<string>;
}

function clientMilestone(
  row: WholePlan["rows"]["milestones"][number],
  { whole, onProject, figures, shown }: Behind,
) {
  const health = figures.health.get(row.id);
  const { head } = whole.rows;
  return {
    ...row,
    dropped: row.state === "dropped",
    parentId: row.parentId !== null && shown.has(row.parentId) ? row.parentId : null,
    approverIds: row.roles.filter(({ role }) => role === "approver").map(({ personId }) => personId),
    clientParts: row.roles.flatMap(({ personId, part }) =>
      part !== "" && onProject.has(personId) ? [{ personId, part }] : [],
    ),
    dependsOn: whole.plan.links
      .filter(({ from, to }) => to === row.id && shown.has(from))
      .map(({ from }) => from)
      .sort(),
    health: health === undefined ? null : clientHealth(health),
    expectedByOn: head.showsForecast ? (figures.forecasts.get(row.id)?.p80On ?? null) : null,
  };
}

function clientHealth({ word, reasons }: Pick<HealthView, "word" | "reasons">) {
  const overdue = word === "off_track" && reasons.some(({ code }) => code === "overdue");
  return { word, sentence: overdue ? "date_has_passed" : SENTENCES[word] };
}

/** The Later list is nothing that anybody has promised. */
function isShownCard({ audience, place }: WholePlan["rows"]["cards"][number]): boolean {
  return audience === "client" && place !== "later";
}

function categoryOf(row: WholePlan["rows"]["cards"][number]): "todo" | "doing" | "done" {
  const place = placeOf(row);
  return place === "doing" || place === "done" ? place : "todo";
}
