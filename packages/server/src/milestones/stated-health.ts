import { addDays } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { lockOpen } from "./milestone-access.ts";
import { recordOnMilestone } from "./milestone-events.ts";
import type { MilestoneRow } from "./milestones.store.ts";
import { endStatement, insertStatement, statedHealths } from "./stated-health.store.ts";
import type { StatedHealthView } from "./stated-health.view.ts";
import { workCalendar } from "./work-calendar.ts";

/** What somebody knows better holds for a while; then the figures have to say it too. */
const LONGEST_DAYS = 92;

type Words = Pick<StatedHealthView, "word" | "reason" | "untilOn">;

/** Says beside the computed word what whoever leads sees; the one before ends with it. */
export async function stateHealth(
  scope: Scope,
  { id, projectId }: MilestoneRow,
  wanted: Words,
): Promise<StatedHealthView> {
  const { today } = await workCalendar(scope);
  const { word, reason, untilOn } = wanted;
  const last = addDays(today, LONGEST_DAYS);
  if (untilOn < today || untilOn > last)
    throw refused("until-out-of-reach", "Say until which day it holds, within three months from today.", {
      from: today,
      to: last,
    });
  await lockOpen(scope, { id });
  await endStatement(scope, id);
  await insertStatement(scope, { id: newId(), milestoneId: id, word, reason, untilOn });
  await recordOnMilestone(scope, { id, projectId }, "milestone.healthStated", { word, reason, untilOn });
  const said = (await statedHealths(scope, [projectId], today)).get(id);
  if (!said) throw new Error("what has just been said stands");
  return said;
}

/** The computed word stands alone again. */
export async function endStatedHealth(scope: Scope, { id, projectId }: MilestoneRow): Promise<void> {
  if (await endStatement(scope, id))
    await recordOnMilestone(scope, { id, projectId }, "milestone.healthStatementEnded");
}
