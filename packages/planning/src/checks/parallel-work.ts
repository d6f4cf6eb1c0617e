import { groupBy } from "../grouping.ts";
import type { PlanPerson } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import type { ScheduledItem } from "../schedule/scheduled-item.ts";
import { ask, type CheckContext, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";

/** L25: cards without slack that one person would have to do at the same time. */
export function parallelCriticalCards(context: CheckContext): Finding[] {
  const { plan } = context;
  const schedule = context.schedule();
  if (!schedule.ok) return [];
  const critical = schedule.items.filter((item) => item.kind === "card" && item.critical);
  const work = critical.flatMap((item) =>
    (context.cards.get(item.id)?.assigneeIds ?? []).map((personId) => ({ personId, item })),
  );
  const perPerson = groupBy(work, ({ personId }) => personId);
  return plan.people.flatMap((person) => {
    const items = (perPerson.get(person.id) ?? []).map(({ item }) => item);
    const atOnce = clashing(context, items);
    return atOnce.length === 0 ? [] : [clash(context, person, atOnce)];
  });
}

/** Those that overlap with their neighbour in time without being linked to it. */
function clashing({ linksOf }: CheckContext, items: readonly ScheduledItem[]): string[] {
  const inOrder = [...items].sort(
    (a, b) =>
      compareText(a.earlyStartOn, b.earlyStartOn) ||
      compareText(a.earlyFinishOn, b.earlyFinishOn) ||
      compareText(a.id, b.id),
  );
  const ids = new Set<string>();
  for (const [i, item] of inOrder.entries()) {
    const before = inOrder[i - 1];
    if (before === undefined || before.earlyFinishOn < item.earlyStartOn) continue;
    if (linksOf(item.id).some(({ from, to }) => from === before.id || to === before.id)) continue;
    ids.add(before.id).add(item.id);
  }
  return [...ids];
}

function clash({ cards, plan }: CheckContext, { id, name }: PlanPerson, cardIds: readonly string[]): Finding {
  const subject: Subject = { kind: "person", id };
  const [first, second] = cardIds.map((cardId) => `“${cards.get(cardId)?.title ?? cardId}”`);
  const more = cardIds.length > 2 ? ` and ${cardIds.length - 2} more` : "";
  const why = `${name} would do ${first}, ${second}${more} at the same time, and the end of the plan waits for each of them.`;
  const others = plan.people.map((person) => person.id).filter((other) => other !== id);
  return found("L25", "info", subject, why, {
    items: [subject, ...cardIds.map((cardId) => ({ kind: "card", id: cardId }) as const)],
    fix: ask(subject, "assigneeIds", "Who can take one of them?", others),
  });
}
