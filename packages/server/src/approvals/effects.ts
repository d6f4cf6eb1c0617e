import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { spotsOfOpenCards } from "../board/open-cards.store.ts";
import { giveBackOpenCards } from "../board/open-cards.ts";
import { record } from "../events/events.ts";
import { closeOpenInput } from "../input/input-rounds.ts";
import { Problem } from "../kit/errors.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { insertMove } from "../milestones/milestone-moves.store.ts";
import { stepMilestone } from "../milestones/milestones.store.ts";
import { MilestoneState } from "../milestones/milestones.view.ts";
import { moveMilestone } from "../plan/milestone-moves.ts";
import type { ApprovalSnapshotView } from "./approval-snapshot.view.ts";
import type { ApprovalRow } from "./approvals.store.ts";
import type { Outcome } from "./standing.ts";

/** What followed from an outcome, so that it can be undone within the minutes allowed. */
const Effects = z.array(
  z.object({
    milestoneId: z.string(),
    from: MilestoneState,
    to: MilestoneState,
    /** Cards that were still open and went to the Later list, with where they stood. */
    cards: z.array(
      z.object({ id: z.string(), place: z.string(), columnId: z.string().nullable(), position: z.string() }),
    ),
  }),
);
export type EffectList = z.infer<typeof Effects>;

interface Decided {
  outcome: Outcome;
  by: string;
  words: string;
}

/** What the outcome means for the plan, in the transaction of the decision that made it. */
export async function carryOut(
  scope: Scope,
  approval: ApprovalRow,
  snapshot: ApprovalSnapshotView,
  decided: Decided,
): Promise<EffectList> {
  const { kind, milestoneId } = approval;
  if (kind === "completion" && milestoneId) return closeRound(scope, milestoneId, decided);
  if (decided.outcome !== "approved") return [];
  if (kind === "definition" && milestoneId) return agree(scope, [milestoneId]);
  if (kind !== "plan") return [];
  await closeOpenInput(scope, approval.projectId);
  return agree(scope, snapshot.plan?.snapshot.milestones.map(({ id }) => id) ?? []);
}

async function closeRound(scope: Scope, milestoneId: string, decided: Decided): Promise<EffectList> {
  const access = await visibleMilestone(scope, milestoneId);
  if (access.milestone.state !== "submitted") return [];
  const approved = decided.outcome === "approved";
  const to = approved ? "accepted" : "active";
  const cards = approved ? await spotsOfOpenCards(scope, milestoneId) : [];
  await moveMilestone(scope, access, {
    to,
    expected: "submitted",
    ...(approved ? { approvedBy: decided.by, openCards: { to: "later" } } : { reason: decided.words }),
  });
  return [{ milestoneId, from: "submitted", to, cards }];
}

/** Each milestone that is ready to be agreed; what it still lacks was not in the way of the client's yes. */
async function agree(scope: Scope, milestoneIds: readonly string[]): Promise<EffectList> {
  const agreed: EffectList = [];
  for (const milestoneId of milestoneIds) {
    try {
      const access = await visibleMilestone(scope, milestoneId);
      if (access.milestone.state !== "draft") continue;
      await moveMilestone(scope, access, {
        to: "agreed",
        expected: "draft",
        reason: "The client approved it as it is.",
      });
      agreed.push({ milestoneId, from: "draft", to: "agreed", cards: [] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return agreed;
}

/** As it was before the outcome, wherever nobody has gone on since. */
export async function undo(scope: Scope, kept: unknown): Promise<void> {
  for (const { milestoneId, from, to, cards } of Effects.catch([]).parse(kept)) {
    const step = { state: from, ...(to === "accepted" ? { reachedOn: null } : {}) };
    if (!(await stepMilestone(scope, milestoneId, to, step))) continue;
    const { milestone } = await visibleMilestone(scope, milestoneId);
    const reason = "The decision was taken back.";
    await insertMove(scope, milestoneId, { from: to, to: from, reason });
    await giveBackOpenCards(scope, milestone, cards);
    await record(scope, {
      verb: "milestone.moved",
      subject: { kind: "milestone", id: milestoneId },
      projectId: milestone.projectId,
      data: { from: to, to: from, reason },
    });
  }
}
