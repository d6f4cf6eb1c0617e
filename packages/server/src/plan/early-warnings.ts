import {
  type CivilDate,
  type DateForecast,
  earlyWarnings,
  isInHealth,
  type EarlyWarning as Warned,
  type WarningMilestone,
  type WarningStep,
} from "@milepost/planning";
import { MilestoneState } from "../milestones/milestones.view.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { EarlyWarning, type EarlyWarningView } from "./early-warnings.view.ts";
import type { HealthView } from "./plan.view.ts";
import type { PortfolioMilestoneRow } from "./portfolio.store.ts";
import type { WarningRows } from "./warning-facts.ts";

export interface WarnedProject {
  id: string;
  key: string;
  /** Nothing is to be done there: it is paused or completed. */
  rests: boolean;
  milestones: readonly PortfolioMilestoneRow[];
  forecasts: ReadonlyMap<string, DateForecast>;
  health: ReadonlyMap<string, HealthView>;
}

/** What will go wrong in a project if nobody acts, as its team is told. */
export function projectWarnings(
  project: WarnedProject,
  rows: WarningRows,
  { calendar, today }: WorkCalendar,
): EarlyWarningView[] {
  const { id, rests, forecasts } = project;
  const work = rows.work.get(id) ?? [];
  const touched = new Map<string, CivilDate>();
  for (const { milestoneId, touchedOn } of work)
    if (touchedOn > (touched.get(milestoneId) ?? "")) touched.set(milestoneId, touchedOn);
  const warnings = earlyWarnings({
    today,
    calendar,
    paused: rests,
    milestones: project.milestones.map((row) => milestoneFacts(row, rows, touched.get(row.id) ?? "")),
    forecasts,
    work,
    hoursUntil: (personId, on) => rows.minutesUntil(id, personId, on),
    predecessors: rows.predecessors.get(id) ?? [],
    clientItems: rows.waiting.get(id) ?? [],
    reviews: rows.reviews.get(id) ?? { missedOn: null, skipped: 0, heldOn: null, silentDays: null },
  });
  const present = presenter(project, rows);
  return warnings.map(present);
}

function milestoneFacts(
  { id, state, startOn, targetOn, parentId, touchedOn }: PortfolioMilestoneRow,
  { criteria, adjusted }: WarningRows,
  cardsTouchedOn: CivilDate,
): WarningMilestone {
  const { open = 0, of = 0 } = criteria.get(id) ?? {};
  return {
    id,
    state: MilestoneState.parse(state),
    startOn,
    targetOn,
    parentId,
    touchedOn: touchedOn > cardsTouchedOn ? touchedOn : cardsTouchedOn,
    criteria: { open, of },
    adjusted: adjusted.get(id) ?? 0,
  };
}

/** Ids become what people read: titles, names, and the addresses of what a step opens. */
function presenter(
  { id: projectId, key, milestones, health }: WarnedProject,
  { predecessors, waiting, awaited, names }: WarningRows,
): (warning: Warned) => EarlyWarningView {
  const refs = new Map([
    ...(predecessors.get(projectId) ?? []).map(
      ({ id, kind, number, title }) =>
        [id, { title, ref: kind === "milestone" ? `${key}-M${number}` : `${key}-${number}` }] as const,
    ),
    ...milestones.map(({ id, number, title }) => [id, { title, ref: `${key}-M${number}` }] as const),
  ]);
  const items = new Map((waiting.get(projectId) ?? []).map(({ id, title }) => [id, title]));
  const nameOf = (because: Warned["because"]) => {
    if (because.code === "client_overdue") return { name: items.get(because.itemId) ?? "" };
    if (because.code === "predecessor_late") {
      const { title = "", ref = "" } = refs.get(because.id) ?? {};
      return { name: title, ref };
    }
    if (because.code !== "too_much_work" || because.personId === null) return {};
    return { name: names.get(because.personId) ?? "" };
  };
  const stepOf = (step: WarningStep): EarlyWarningView["steps"][number] => {
    if (step.do === "remind_client") {
      const person = awaited.get(step.itemId);
      return { ...step, ...(person ? { person: { id: person.personId, name: person.name } } : {}) };
    }
    if (step.do === "relieve")
      return { do: step.do, person: { id: step.personId, name: names.get(step.personId) ?? "" } };
    if (step.do === "open") return { do: step.do, ref: refs.get(step.id)?.ref ?? "" };
    if (step.do === "start_review") return step;
    const { milestoneId, ...rest } = step;
    return { ...rest, ref: refs.get(milestoneId)?.ref ?? "" };
  };
  return ({ milestoneId, because, steps }) => {
    const milestone = refs.get(milestoneId ?? "");
    return EarlyWarning.parse({
      ...because,
      ...nameOf(because),
      milestone: milestoneId === null || !milestone ? null : { id: milestoneId, ...milestone },
      inHealth: isInHealth(because, health.get(milestoneId ?? "")?.reasons ?? []),
      steps: steps.map(stepOf),
    });
  };
}
