import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import { isOpenCard } from "../care.ts";
import { type CivilDate, isOpenMilestone, type Plan, type PlanCard, type PlanMilestone } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { type LevelNetwork, LevelNetworkBuilder } from "./level-network.ts";
import type { LevelOptions } from "./levelled-plan.ts";
import { linkWork } from "./link-work.ts";
import { answerDaysOf, remainingAnswer, requestsOf, usualAnswer, windowMinutes } from "./milestone-time.ts";
import type { PlanAxes } from "./plan-axes.ts";
import { remainingOf, sharesOf, usualEffort, workingTimeOf } from "./remaining-work.ts";

/** What is the same for every part of one network. */
export interface WorkScope {
  readonly plan: Plan;
  readonly axes: PlanAxes;
  readonly options: LevelOptions;
  readonly builder: LevelNetworkBuilder;
  readonly today: CivilDate;
  /** The minute at which today begins: what has happened is at most now. */
  readonly now: number;
  /** Nothing starts before today, nor before the project does. */
  readonly floor: number;
}

/**
 * The open work of a plan. Cards start no earlier than their milestone's window and precede its target without stored links; the
 * client's answer is work on the client's calendar after the milestone's cards. A milestone without any card is its window.
 */
export function planWork(plan: Plan, today: CivilDate, axes: PlanAxes, options: LevelOptions): LevelNetwork {
  const builder = new LevelNetworkBuilder();
  const now = beginningOf(today);
  const floor = plan.startOn === null ? now : Math.max(now, beginningOf(plan.startOn));
  const scope: WorkScope = { plan, axes, options, builder, today, now, floor };
  const withWork = milestonesWithWork(plan);
  for (const milestone of plan.milestones) addMilestone(scope, milestone, withWork.has(milestone.id));
  for (const milestone of plan.milestones) contain(scope, milestone.id, milestone.parentId);
  addCards(scope);
  addRequests(scope);
  linkWork(scope);
  return builder.build(plan.people.map(({ id }) => id));
}

function addMilestone(scope: WorkScope, milestone: PlanMilestone, hasWork: boolean): void {
  const { builder, axes, floor, now } = scope;
  const { id, startOn, state, reachedOn, targetOn } = milestone;
  if (state === "dropped") return;
  if (!isOpenMilestone(milestone)) {
    const reached = reachedOn ?? targetOn;
    const node = builder.moment("past", id, reached === null ? now : Math.min(now, endOf(reached)));
    builder.register(id, { starts: [node], finishes: [node], workDone: null });
    return;
  }
  const start = builder.moment("start", id, startOn === null ? floor : Math.max(floor, beginningOf(startOn)));
  const done = builder.moment("work_done", id, floor);
  builder.arc(start, done, "FF");
  const length = hasWork ? answerDaysOf(scope.plan, milestone, scope.options) * axes.client.minutesPerDay : 0;
  if (!hasWork) {
    const lag = windowMinutes(axes.project, milestone, scope.today);
    builder.arc(start, done, "SF", { lag, on: axes.project });
  }
  const finish = builder.add({
    kind: "finish",
    itemId: id,
    personId: null,
    person: -1,
    percent: 100,
    axis: length === 0 ? null : axes.client,
    length,
    minutes: length,
    earliest: floor,
  });
  builder.arc(done, finish, "FS");
  builder.register(id, { starts: [start], finishes: [finish], workDone: done });
}

/** `id` happens within the window of its phase. */
function contain({ builder }: WorkScope, id: string, parentId: string | null): void {
  const [inner, outer] = [builder.nodesOf(id), builder.nodesOf(parentId)];
  const done = outer?.workDone ?? null;
  if (inner === undefined || outer === undefined || done === null) return;
  for (const part of inner.starts) for (const start of outer.starts) builder.arc(start, part, "SS");
  for (const part of inner.finishes) builder.arc(part, done, "FF");
}

function addCards(scope: WorkScope): void {
  const unlimited = new Set(scope.options.unlimited);
  const people = new Map(
    scope.plan.people.map(({ id, percent }, index) => [
      id,
      { index: unlimited.has(id) ? -1 : index, percent },
    ]),
  );
  const usual = usualEffort(scope.plan, scope.options.unestimated);
  for (const card of scope.plan.cards) {
    if (!isOpenCard(card)) continue;
    addParts(scope, card, remainingOf(card, card.likely ?? usual), people);
    contain(scope, card.id, card.milestoneId);
  }
}

/** Everybody who is on a card and works here does an equal part of it; nobody's work goes by the project's calendar. */
function addParts(
  { builder, axes, floor }: WorkScope,
  card: PlanCard,
  minutes: number,
  people: ReadonlyMap<string, { readonly index: number; readonly percent: number }>,
): void {
  const known = [...new Set(card.assigneeIds)].filter((id) => people.has(id)).sort(compareText);
  const doers = known.length === 0 ? [null] : known;
  const shares = sharesOf(minutes, doers.length);
  const earliest = card.startOn === null ? floor : Math.max(floor, beginningOf(card.startOn));
  const parts = doers.map((personId, i) => {
    const share = shares[i] ?? 0;
    const person = people.get(personId ?? "");
    const percent = person !== undefined && person.percent > 0 ? person.percent : 100;
    return builder.add({
      kind: "part",
      itemId: card.id,
      personId,
      person: person?.index ?? -1,
      percent,
      axis: personId === null ? axes.project : axes.of(personId),
      length: workingTimeOf(share, percent),
      minutes: share,
      earliest,
    });
  });
  builder.register(card.id, { starts: parts, finishes: parts, workDone: null });
}

/** What the client has been asked for is work of the client, without which the milestone's work is not done. */
function addRequests({ plan, builder, axes, options, today, now }: WorkScope): void {
  for (const { id, milestoneId, ...item } of requestsOf(plan)) {
    const done = builder.nodesOf(milestoneId)?.workDone ?? null;
    if (done === null) continue;
    const length = remainingAnswer(axes.client, { ...item, usual: usualAnswer(plan, options), today });
    const node = builder.add({
      kind: "request",
      itemId: id,
      personId: null,
      person: -1,
      percent: 100,
      axis: axes.client,
      length,
      minutes: length,
      earliest: now,
    });
    builder.arc(node, done, "FF");
  }
}

/** Milestones with any card that is not put off, in themselves or in what they hold. */
function milestonesWithWork({ milestones, cards }: Plan): ReadonlySet<string> {
  const parents = new Map(milestones.map(({ id, parentId }) => [id, parentId]));
  const found = new Set<string>();
  for (const { milestoneId, place } of cards) {
    if (place === "later") continue;
    for (let id = milestoneId; id !== null && !found.has(id); id = parents.get(id) ?? null) found.add(id);
  }
  return found;
}

function beginningOf(date: CivilDate): number {
  return firstMinuteOf(toEpochDay(date));
}

function endOf(date: CivilDate): number {
  return firstMinuteOf(toEpochDay(date) + 1);
}
