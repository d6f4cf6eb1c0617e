import type { Scope } from "../access/scope.ts";
import { answer, visibleCriterion } from "../milestones/criteria.ts";
import { deliver, visibleDeliverable } from "../milestones/deliverables.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { answerPart } from "../milestones/milestone-roles.ts";
import type { Made } from "./made.ts";
import type { Story } from "./story.ts";

const EVIDENCE = [
  "Notes of all 12 talks are in the folder.",
  "Five pages, with pictures.",
  "Presented on Monday; Rosa took the second finding home.",
];

/** The first milestone is handed in on Monday; the others ask whether their parts are clear. */
export function tellReached(story: Story, made: Made): void {
  story.at(28, 17, "mia", (scope) => handIn(scope, made));
  for (const hero of ["ben", "lena"] as const)
    story.at(36, 9, hero, (scope) => say(scope, made, 1, "clear", ""));
  story.at(44, 12, "ben", (scope) =>
    say(scope, made, 3, "question", "Who pays for the posters: we or Rosa?"),
  );
}

async function handIn(scope: Scope, made: Made): Promise<void> {
  const [milestone] = await partsOf(scope, { id: made.milestones[0] ?? "" });
  for (const [n, { id }] of (milestone?.criteria ?? []).entries())
    await answer(scope, await visibleCriterion(scope, id), {
      answer: "met",
      expected: null,
      evidence: EVIDENCE[n],
    });
  for (const { id } of milestone?.deliverables ?? []) {
    const access = await visibleDeliverable(scope, id);
    await deliver(scope, access, access.deliverable.revision, {
      url: "https://example.org/rosa/research-report",
    });
  }
}

async function say(
  scope: Scope,
  made: Made,
  n: number,
  given: "clear" | "question",
  question: string,
): Promise<void> {
  const { milestone } = await visibleMilestone(scope, made.milestones[n] ?? "");
  await answerPart(scope, milestone, { answer: given, question });
}
