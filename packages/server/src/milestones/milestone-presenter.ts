import type { Calendar } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { listMoves } from "./milestone-moves.store.ts";
import { type MilestoneWithParts, partsOf } from "./milestone-parts.store.ts";
import { Milestone, type MilestonePageView, type MilestoneView } from "./milestones.view.ts";
import { workCalendar, workingDaysOf } from "./work-calendar.ts";

/** A milestone as this person may see it. */
export function presentMilestone(
  row: MilestoneWithParts,
  { project, calendar, money }: { project: ProjectAccess; calendar: Calendar; money: boolean },
): MilestoneView {
  return Milestone.parse({
    ...row,
    ref: `${project.key}-M${row.number}`,
    workingDays: workingDaysOf(calendar, row),
    priceMinor: money ? row.priceMinor : null,
    currency: project.currency,
    criteria: row.criteria.map((one) => ({ ...one, answeredAt: instant(one.answeredAt) })),
    deliverables: row.deliverables.map((one) => ({ ...one, deliveredAt: instant(one.deliveredAt) })),
    receipts: row.receipts.map((one) => ({ ...one, at: instant(one.at) })),
  });
}

/** One milestone with all its parts, as it is now. */
export async function milestonePage(
  scope: Scope,
  project: ProjectAccess,
  id: string,
): Promise<MilestonePageView> {
  const [row] = await partsOf(scope, { id });
  if (!row) throw notFound();
  const { calendar } = await workCalendar(scope);
  const money = can(scope.actor, "money.read", { project });
  const moves = await listMoves(scope, id);
  return {
    ...presentMilestone(row, { project, calendar, money }),
    moves: moves.map((move) => ({ ...move, at: move.at.toISOString() })),
  };
}

/** Instants inside JSON come as PostgreSQL writes them. */
function instant(value: string | Date | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}
