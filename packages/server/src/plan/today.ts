import { addDays, groupToday, type PlanForecast, type TodayItem } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { latestForecasts } from "../forecasts/forecasts.store.ts";
import { readPortfolio } from "./portfolio.ts";
import type { RoadMilestoneView } from "./portfolio.view.ts";
import { type CardOfMine, cardsOfMine } from "./today.store.ts";
import type { TodayCardView, TodayView } from "./today.view.ts";
import { itemsOfMine } from "./today-items.store.ts";
import { wishesForMe } from "./today-wishes.store.ts";

/** A line is a small thing: it shows the day before. */
const ITEMS_AHEAD = 1;

/** What now? The cards of whoever asks, over all projects, in the order of their effect on the milestones' dates. */
export async function readToday(scope: Scope): Promise<TodayView> {
  const { today, projects } = await readPortfolio(scope);
  const seen = new Set(projects.map(({ id }) => id));
  const cards = (await cardsOfMine(scope)).filter(({ projectId }) => seen.has(projectId));
  const milestones = new Map(projects.flatMap((one) => one.milestones.map((each) => [each.id, each])));
  const effects = effectsOf(await latestForecasts(scope, [...new Set(cards.map((card) => card.projectId))]));
  const grouped = groupToday(
    cards.map((card) => factsOf(card, milestones.get(card.milestoneId ?? ""), effects)),
    today,
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  const shown = (items: readonly TodayItem[]) =>
    items.flatMap((item) => {
      const card = byId.get(item.id);
      return card ? [presentCard(scope, card, item, milestones)] : [];
    });
  return {
    today,
    wishes: (await wishesForMe(scope)).filter(({ projectId }) => seen.has(projectId)).map(presentWish),
    items: (await itemsOfMine(scope, addDays(today, ITEMS_AHEAD)))
      .filter(({ projectId }) => seen.has(projectId))
      .map(presentLine),
    due: shown(grouped.due),
    next: shown(grouped.next),
    waiting: shown(grouped.waiting),
    nextMilestone: nextMilestone(projects, today),
  };
}

function presentLine(line: Awaited<ReturnType<typeof itemsOfMine>>[number]): TodayView["items"][number] {
  const { id, text, dueOn, number, title, projectId, key, projectName } = line;
  const project = { id: projectId, key, name: projectName };
  return { id, text, dueOn, card: { ref: `${key}-${number}`, title }, project };
}

function presentWish(wish: Awaited<ReturnType<typeof wishesForMe>>[number]): TodayView["wishes"][number] {
  const { id, title, askedBy, createdAt, projectId, key, projectName } = wish;
  const project = { id: projectId, key, name: projectName };
  return { id, title, project, askedBy, askedAt: createdAt.toISOString() };
}

/** Days by which each card's own uncertainty moves the milestone on which it weighs most. */
function effectsOf(forecasts: ReadonlyMap<string, { result: PlanForecast }>): Map<string, number> {
  const effects = new Map<string, number>();
  for (const { result } of forecasts.values())
    for (const one of result.ok ? result.milestones : [])
      for (const { kind, id, days } of one.state === "forecast" ? one.drivers : [])
        if (kind === "card") effects.set(id, Math.max(effects.get(id) ?? 0, days));
  return effects;
}

function factsOf(
  card: CardOfMine,
  milestone: RoadMilestoneView | undefined,
  effects: ReadonlyMap<string, number>,
) {
  return {
    id: card.id,
    dueOn: card.dueOn,
    doing: card.category === "doing",
    blocked: card.blockedReason !== null,
    waitsFor: card.waitsFor.map(({ id }) => id),
    milestone:
      milestone === undefined
        ? null
        : { id: milestone.id, targetOn: milestone.targetOn, word: milestone.health ?? "not_enough_data" },
    effectDays: Math.round(effects.get(card.id) ?? 0),
    priority: card.priority,
  } as const;
}

function presentCard(
  { actor }: Scope,
  card: CardOfMine,
  { reason }: TodayItem,
  milestones: ReadonlyMap<string, RoadMilestoneView>,
): TodayCardView {
  const { id, title, dueOn, low, likely, high, blockedReason, doneColumnId } = card;
  const milestone = milestones.get(card.milestoneId ?? "");
  const key = card.projectKey;
  return {
    id,
    ref: `${key}-${card.number}`,
    title,
    project: { id: card.projectId, key, name: card.projectName },
    milestone: milestone
      ? {
          id: milestone.id,
          ref: milestone.ref,
          title: milestone.title,
          targetOn: milestone.targetOn,
          health: milestone.health,
          below: milestone.below,
        }
      : null,
    dueOn,
    low,
    likely,
    high,
    doing: card.category === "doing",
    columnId: card.columnId ?? "",
    doneColumnId,
    reason: {
      code: reason.code,
      ...("days" in reason ? { days: reason.days } : {}),
      ...("on" in reason ? { on: reason.on } : {}),
    },
    blockedReason,
    waitsFor:
      actor.role === "guest"
        ? []
        : card.waitsFor.map((one) => ({
            ref: `${key}-${one.card ? "" : "M"}${one.number}`,
            title: one.title,
          })),
  };
}

function nextMilestone(
  projects: readonly { name: string; milestones: readonly RoadMilestoneView[] }[],
  today: string,
): TodayView["nextMilestone"] {
  const ahead = projects.flatMap(({ name, milestones }) =>
    milestones.flatMap(({ ref, title, targetOn, state }) =>
      targetOn !== null && targetOn >= today && state !== "accepted" && state !== "dropped"
        ? [{ ref, title, targetOn, project: name }]
        : [],
    ),
  );
  return ahead.sort((a, b) => (a.targetOn < b.targetOn ? -1 : a.targetOn > b.targetOn ? 1 : 0))[0] ?? null;
}
