import {
  addDays,
  CARE_COUNTERS,
  type CardPlace,
  type CareCounter,
  type CareMilestone,
  careOfCard,
  careOfMilestone,
  isOpenCard,
  type PlanClientItem,
  type PlanForecast,
  type PlanMilestone,
  progressOf,
  UNTOUCHED_AFTER,
  workingDaysBetween,
} from "@milepost/planning";
import { MilestoneState } from "../milestones/milestones.view.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { forecastDates } from "./forecast-presenter.ts";
import { healthOfAll } from "./health-presenter.ts";
import { placeOf } from "./plan-model.ts";
import type { PortfolioMilestoneRow } from "./portfolio.store.ts";
import type { CardGroup } from "./portfolio-cards.store.ts";

type Milestone = CareMilestone & Pick<PlanMilestone, "parentId" | "weight">;

interface Group extends Omit<CardGroup, "place"> {
  place: CardPlace;
}

/** A list of projects gives the reasons that its rows know of. */
const NOBODY: ReadonlyMap<string, string> = new Map();
const LONGEST_BREAK = 400;

/** The last day of change that makes a thing untouched today. */
export function untouchedSince({ calendar, today }: WorkCalendar): string {
  for (let days = UNTOUCHED_AFTER; days < LONGEST_BREAK; days++) {
    const day = addDays(today, -days);
    if (workingDaysBetween(calendar, day, today) >= UNTOUCHED_AFTER) return day;
  }
  return "1900-01-01";
}

interface Behind {
  paused: boolean;
  forecast: PlanForecast | null;
  clientItems: readonly PlanClientItem[];
}

/** What planning says about one project, its cards counted in groups of alike ones. */
export function projectFigures(
  rows: readonly PortfolioMilestoneRow[],
  cardGroups: readonly CardGroup[],
  work: WorkCalendar,
  { paused, forecast, clientItems }: Behind,
) {
  const known = new Set(rows.map(({ id }) => id));
  const milestones = rows.map(
    (row): Milestone => ({ ...milestoneOf(row), parentId: knownIn(known, row.parentId) }),
  );
  const groups = cardGroups.map(
    (group): Group => ({
      ...group,
      milestoneId: knownIn(known, group.milestoneId),
      place: placeOf({ place: "board", category: group.place, doneAt: null }),
    }),
  );
  const cards = groups.flatMap((group) => Array<Group>(group.count).fill(group));
  const forecasts = forecastDates(milestones, forecast);
  return {
    milestones,
    forecasts,
    progress: progressOf({ milestones, cards }),
    health: healthOfAll(
      { milestones, cards, clientItems },
      { today: work.today, paused, forecast, names: NOBODY },
    ),
    counts: countCare(milestones, groups, work),
    openCards: groups.filter(isOpenCard).reduce((sum, { count }) => sum + count, 0),
  };
}

/** Alike cards need the same care, so planning is asked once per group. */
function countCare(
  milestones: readonly Milestone[],
  groups: readonly Group[],
  work: WorkCalendar,
): Record<CareCounter, number> {
  const counts = Object.fromEntries(CARE_COUNTERS.map((counter) => [counter, 0])) as Record<
    CareCounter,
    number
  >;
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const parts = new Map<string, number>();
  const addParts = (id: string | null, n: number) => id !== null && parts.set(id, (parts.get(id) ?? 0) + n);
  for (const { parentId } of milestones) addParts(parentId, 1);
  for (const group of groups) {
    addParts(group.milestoneId, group.count);
    const card = {
      id: "",
      place: group.place,
      milestoneId: group.milestoneId,
      dueOn: group.dueOn,
      assigneeIds: group.assigned ? ["somebody"] : [],
      blocked: group.blocked,
      touchedOn: group.untouched ? untouchedSince(work) : work.today,
    };
    for (const counter of careOfCard(card, byId.get(group.milestoneId ?? "") ?? null, work))
      counts[counter] += group.count;
  }
  for (const milestone of milestones)
    for (const counter of careOfMilestone(milestone, parts.get(milestone.id) ?? 0, work))
      counts[counter] += 1;
  return counts;
}

function milestoneOf({
  id,
  state,
  targetOn,
  ownerId,
  touchedOn,
  parentId,
  weight,
}: PortfolioMilestoneRow): Milestone {
  return { id, state: MilestoneState.parse(state), targetOn, ownerId, touchedOn, parentId, weight };
}

function knownIn(known: ReadonlySet<string>, id: string | null): string | null {
  return id !== null && known.has(id) ? id : null;
}
