import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { setBlocked, setDates } from "../board/card-fields.ts";
import { moveCard } from "../board/card-moves.ts";
import { findPlace } from "../board/card-place.store.ts";
import { createCard } from "../board/cards.ts";
import { addItems, tick } from "../board/checklist.ts";
import { createLabel } from "../board/labels.ts";
import { addDependency } from "../plan/dependencies.ts";
import { addComment } from "../talk/comments.ts";
import { visibleSubject } from "../talk/subject.ts";
import { CARD_LINKS, CARDS, TALK } from "./agency-cards.ts";
import { type CardPlan, LABELS } from "./card-plan.ts";
import type { Made } from "./made.ts";
import { LAST_DAY, type Story } from "./story.ts";

/** Of the week by which the plan slipped: when it was known, when everybody was told, and its days. */
const SLIP = { known: 38, told: LAST_DAY, days: 7 };

/** Cards are written down, begun and finished on their days, by the first of their people. */
export function tellCards(story: Story, made: Made): void {
  story.at(0, 10.5, "mia", async (scope) => {
    for (const [name, color] of Object.entries(LABELS))
      made.labels.set(name, (await createLabel(scope, made.project.id, { name, color })).id);
  });
  for (const [n, plan] of CARDS.entries()) tellCard(story, made, plan, n / 60);
  for (const [from, to, day, lagDays] of CARD_LINKS)
    story.at(day, day === 1 ? 16 : 9, "mia", (scope) =>
      addDependency(scope, made.project, { from: end(made, from), to: end(made, to), kind: "FS", lagDays }),
    );
  for (const { card, day, hour, by, body } of TALK)
    story.at(day, hour, by, async (scope) => {
      const access = await visibleSubject(scope, end(made, card), "team");
      await addComment(scope, access, "team", { body });
    });
}

function tellCard(story: Story, made: Made, plan: CardPlan, minutes: number): void {
  const by = plan.who?.[0] ?? "mia";
  story.at(plan.born, 14 + minutes, "mia", (scope) => writeCard(scope, story, made, plan));
  if (plan.doing !== undefined)
    story.at(plan.doing, 15 + minutes, by, (scope) => move(scope, made, plan, "doing"));
  const { stepsDone = 0, blocked } = plan;
  if (stepsDone > 0)
    story.at(plan.done ?? LAST_DAY, 15.5 + minutes, by, (scope) => tickSteps(scope, made, plan, stepsDone));
  if (plan.done !== undefined)
    story.at(plan.done, 16 + minutes, by, (scope) => move(scope, made, plan, "done"));
  if (slips(plan))
    story.at(SLIP.told, 11.25 + minutes, "mia", async (scope) => {
      await setDates(scope, await cardOf(scope, made, plan), { dueOn: dueOf(story, plan) });
    });
  if (blocked)
    story.at(blocked.day, 16 + minutes, by, async (scope) => {
      await setBlocked(scope, await cardOf(scope, made, plan), blocked.reason, blocked.byClient);
    });
}

async function writeCard(scope: Scope, story: Story, made: Made, plan: CardPlan): Promise<void> {
  const [low, likely, high] = plan.hours ?? [];
  const hours = (value: number | undefined) => (value === undefined ? undefined : value * 60);
  const place = plan.later ? { later: true } : { columnId: made.column("todo") };
  const contents = {
    title: plan.title,
    milestoneId: plan.milestone === null ? null : made.milestones[plan.milestone],
    people: (plan.who ?? []).map((hero) => made.person(hero)),
    labels: (plan.labels ?? []).flatMap((name) => made.labels.get(name) ?? []),
    body: plan.body,
    priority: plan.priority,
    dueOn: slips(plan) ? story.day(plan.due - SLIP.days) : dueOf(story, plan),
    low: hours(low),
    likely: hours(likely),
    high: hours(high),
  };
  const card = await createCard(
    scope,
    made.project.id,
    contents,
    await findPlace(scope, made.project.id, place),
  );
  made.cards.set(plan.title, card.id);
  if (plan.steps)
    made.steps.set(
      plan.title,
      await addItems(
        scope,
        card,
        plan.steps.map((text) => ({ heading: "", text })),
        {},
      ),
    );
}

/** What was planned before the answers came late, and is still to do, goes along with its milestone. */
function slips(plan: CardPlan): plan is CardPlan & { due: number } {
  return plan.born < SLIP.known && plan.due !== undefined && plan.due > SLIP.told;
}

function dueOf(story: Story, { due, soon }: CardPlan): string | undefined {
  if (soon !== undefined) return story.soon(soon);
  return due === undefined ? undefined : story.day(due);
}

async function move(scope: Scope, made: Made, plan: CardPlan, to: "doing" | "done"): Promise<void> {
  const card = await cardOf(scope, made, plan);
  await moveCard(scope, card, { columnId: made.column(to) }, { columnId: card.columnId, place: "board" });
}

async function tickSteps(scope: Scope, made: Made, plan: CardPlan, count: number): Promise<void> {
  const card = await cardOf(scope, made, plan);
  for (const item of (made.steps.get(plan.title) ?? []).slice(0, count))
    await tick(scope, card, item, true, false);
}

async function cardOf(scope: Scope, made: Made, { title }: CardPlan) {
  return (await visibleCard(scope, made.cards.get(title) ?? "")).card;
}

function end(made: Made, title: string): { kind: "card"; id: string } {
  return { kind: "card", id: made.cards.get(title) ?? "" };
}
