import { compareText } from "../schedule/graph.ts";
import type { EarlyWarning, WarningFacts, WarningMilestone } from "./warning.ts";

/**
 * What has to be done until a target, the work for earlier targets included, against the time until then: of each person with a part in
 * the milestone, and of all who work on the project where some of it is nobody's yet. A date that has passed says it itself.
 */
export function tooMuchWork(
  parts: readonly WarningMilestone[],
  open: readonly WarningMilestone[],
  { work, hoursUntil, today }: WarningFacts,
): EarlyWarning[] {
  const dueOn = new Map(open.map(({ id, targetOn }) => [id, targetOn]));
  const dated = work.flatMap((each) => {
    const on = dueOn.get(each.milestoneId) ?? null;
    return on === null ? [] : [{ ...each, on }];
  });
  const everybody = [...new Set(dated.flatMap(({ personId }) => personId ?? []))].sort(compareText);
  const sum = (list: typeof dated) => list.reduce((total, { minutes }) => total + minutes, 0);
  return parts.flatMap(({ id, targetOn }): EarlyWarning[] => {
    if (targetOn === null || targetOn < today) return [];
    const before = dated.filter(({ on }) => on <= targetOn);
    const own = dated.filter(({ milestoneId, minutes }) => milestoneId === id && minutes > 0);
    const people = [...new Set(own.map(({ personId }) => personId))];
    const over = people.flatMap((personId) => {
      const theirs = personId === null ? before : before.filter((each) => each.personId === personId);
      const needed = sum(theirs);
      const who = personId === null ? everybody : [personId];
      const available = who.reduce((total, each) => total + hoursUntil(each, targetOn), 0);
      return who.length > 0 && needed > available ? [{ personId, needed, available }] : [];
    });
    const [worst] = over.sort(
      (a, b) =>
        Number(a.personId === null) - Number(b.personId === null) ||
        b.needed - b.available - (a.needed - a.available) ||
        compareText(a.personId ?? "", b.personId ?? ""),
    );
    if (worst === undefined) return [];
    const { personId } = worst;
    return [
      {
        milestoneId: id,
        because: { code: "too_much_work", ...worst },
        steps: [personId === null ? { do: "assign_cards", milestoneId: id } : { do: "relieve", personId }],
      },
    ];
  });
}
