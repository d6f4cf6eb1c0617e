import { isOpenMilestone } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { missedReview, noActivity, oftenAdjusted, openCriteria } from "./care-warnings.ts";
import { latePredecessor, likelyLate, overdueItems } from "./date-warnings.ts";
import { tooMuchWork } from "./too-much-work.ts";
import { type EarlyWarning, WARNING_CODES, type WarningFact, type WarningFacts } from "./warning.ts";

/**
 * What will go wrong if nobody acts? Strongest first; of one kind the earliest target first. Nothing of a paused project, and of a milestone
 * only while it is open. A phase is not blamed for quiet or work, its parts are.
 * @example earlyWarnings({ ...facts, clientItems: [{ id: "copy", kind: "approval", milestoneId: "m1", dueOn: "2026-05-08" }] })
 * // [{ milestoneId: "m1", because: { code: "client_overdue", itemId: "copy", on: "2026-05-08", days: 4 },
 * //    steps: [{ do: "remind_client", kind: "approval", itemId: "copy" }] }]
 */
export function earlyWarnings(facts: WarningFacts): EarlyWarning[] {
  if (facts.paused) return [];
  const open = facts.milestones.filter(isOpenMilestone);
  const phases = new Set(open.flatMap(({ parentId }) => parentId ?? []));
  const parts = open.filter(({ id }) => !phases.has(id));
  const targets = new Map(open.map(({ id, targetOn }) => [id, targetOn]));
  const rank = ({ milestoneId, because }: EarlyWarning) => ({
    code: WARNING_CODES.indexOf(because.code),
    on: targets.get(milestoneId ?? "") ?? "9999-12-31",
    id: `${milestoneId ?? ""} ${"itemId" in because ? because.itemId : ""}`,
  });
  return [
    ...overdueItems(facts, new Set(targets.keys())),
    ...open.flatMap((one) => likelyLate(one, facts)),
    ...open.flatMap((one) => latePredecessor(one, facts)),
    ...tooMuchWork(parts, open, facts),
    ...missedReview(facts),
    ...open.flatMap((one) => openCriteria(one, facts)),
    ...parts.flatMap((one) => noActivity(one, facts)),
    ...open.flatMap(oftenAdjusted),
  ]
    .map((warning) => ({ warning, rank: rank(warning) }))
    .sort(({ rank: a }, { rank: b }) => a.code - b.code || compareText(a.on, b.on) || compareText(a.id, b.id))
    .map(({ warning }) => warning);
}

/**
 * Do the reasons of the milestone's own health word say this already? Then a screen that shows them needs only the next step.
 * @example isInHealth({ code: "likely_late", on: "2026-06-12", days: 9 }, [{ code: "overdue", days: 2 }]) // true
 */
export function isInHealth(
  because: WarningFact,
  reasons: readonly { readonly code: string; readonly id?: string | undefined }[],
): boolean {
  if (because.code === "likely_late")
    return reasons.some(({ code }) => code === "likely_late" || code === "overdue");
  if (because.code === "client_overdue")
    return reasons.some((reason) => reason.code === "client_item" && reason.id === because.itemId);
  return false;
}
