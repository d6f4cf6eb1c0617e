import { daysBetween } from "../calendar/civil-date.ts";
import { compareText } from "../schedule/graph.ts";
import type { EarlyWarning, WarningFacts, WarningMilestone } from "./warning.ts";

export function overdueItems(
  { clientItems, today }: WarningFacts,
  open: ReadonlySet<string>,
): EarlyWarning[] {
  return clientItems.flatMap(({ id, kind, milestoneId, dueOn }): EarlyWarning[] =>
    dueOn === null || dueOn >= today || (milestoneId !== null && !open.has(milestoneId))
      ? []
      : [
          {
            milestoneId,
            because: { code: "client_overdue", itemId: id, on: dueOn, days: daysBetween(dueOn, today) },
            steps: [{ do: "remind_client", kind, itemId: id }],
          },
        ],
  );
}

export function likelyLate({ id, targetOn }: WarningMilestone, { forecasts }: WarningFacts): EarlyWarning[] {
  const dates = forecasts.get(id);
  if (dates === undefined || targetOn === null || dates.p50On <= targetOn) return [];
  const { p50On: on, p80On } = dates;
  return [
    {
      milestoneId: id,
      because: { code: "likely_late", on, days: daysBetween(targetOn, on) },
      steps: [
        { do: "see_ways", milestoneId: id },
        { do: "move_target", milestoneId: id, on: p80On },
      ],
    },
  ];
}

/** The latest of them alone: who clears that sees the next. */
export function latePredecessor({ id }: WarningMilestone, facts: WarningFacts): EarlyWarning[] {
  const late = facts.predecessors.flatMap(({ milestoneId, kind, id: itemId, dueOn }) => {
    if (milestoneId !== id || dueOn === null) return [];
    const likelyOn = dueOn < facts.today ? null : (facts.forecasts.get(itemId)?.p50On ?? dueOn);
    const days = daysBetween(dueOn, likelyOn ?? facts.today);
    return days > 0 ? [{ kind, id: itemId, on: dueOn, likelyOn, days }] : [];
  });
  const [worst] = late.sort((a, b) => b.days - a.days || compareText(a.id, b.id) || compareText(a.on, b.on));
  if (worst === undefined) return [];
  return [
    {
      milestoneId: id,
      because: { code: "predecessor_late", ...worst },
      steps: [{ do: "open", kind: worst.kind, id: worst.id }],
    },
  ];
}
