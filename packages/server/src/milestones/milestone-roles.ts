import type { Scope } from "../access/scope.ts";
import { conflict, forbidden, notFound } from "../kit/errors.ts";
import { findObjective } from "../objectives/objectives.store.ts";
import { expectPeople } from "../projects/project-people.ts";
import { lockOpen } from "./milestone-access.ts";
import { recordOnMilestone } from "./milestone-events.ts";
import {
  forgetReceipts,
  keepReceipt,
  type MilestonePart,
  objectivesOf,
  replaceObjectives,
  replaceRoles,
  rolesOf,
} from "./milestone-roles.store.ts";
import type { MilestoneRow } from "./milestones.store.ts";

/** Who does what; those whose part has changed are asked again whether it is clear. */
export async function giveRoles(
  scope: Scope,
  milestone: MilestoneRow,
  parts: readonly MilestonePart[],
  expected?: readonly { personId: string; role: string }[] | undefined,
): Promise<void> {
  const { id, projectId } = milestone;
  await expectPeople(scope, projectId, [...new Set(parts.map(({ personId }) => personId))]);
  await lockOpen(scope, milestone);
  const current = await rolesOf(scope, id);
  if (expected && !sameSet(current.map(nameOf), expected.map(nameOf)))
    throw conflict("roles-changed", "Somebody else has changed who does what meanwhile.", { roles: current });
  const before = wordsByPerson(current);
  const after = wordsByPerson(parts);
  await replaceRoles(scope, id, parts);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (person) => before.get(person) !== after.get(person),
  );
  await forgetReceipts(scope, id, changed);
  await recordOnMilestone(scope, milestone, "milestone.rolesGiven", { personIds: changed });
}

/** "My part is clear", or a question that everybody on the milestone sees. */
export async function answerPart(
  scope: Scope,
  { id, projectId, ownerId }: MilestoneRow,
  receipt: { answer: "clear" | "question"; question: string },
): Promise<void> {
  const { personId } = scope.actor;
  const parts = await rolesOf(scope, id);
  if (ownerId !== personId && !parts.some((part) => part.personId === personId))
    throw forbidden("You have no part in this milestone.");
  await keepReceipt(scope, id, receipt);
  await recordOnMilestone(
    scope,
    { id, projectId },
    receipt.answer === "clear" ? "milestone.partClear" : "milestone.questionAsked",
  );
}

/** The objectives it serves; all of its own project. */
export async function serveObjectives(
  scope: Scope,
  milestone: MilestoneRow,
  objectiveIds: readonly string[],
  expected?: readonly string[] | undefined,
): Promise<void> {
  const { id, projectId } = milestone;
  await lockOpen(scope, milestone);
  const current = await objectivesOf(scope, id);
  if (expected && !sameSet(current, expected))
    throw conflict("objectives-changed", "Somebody else has linked other objectives meanwhile.", {
      objectiveIds: current,
    });
  const wanted = [...new Set(objectiveIds)];
  for (const objectiveId of wanted) {
    const objective = await findObjective(scope, objectiveId);
    if (objective?.projectId !== projectId) throw notFound("There is no such objective in this project.");
  }
  await replaceObjectives(scope, id, wanted);
  await recordOnMilestone(scope, milestone, "milestone.objectivesLinked", { objectiveIds: wanted });
}

function nameOf({ personId, role }: { personId: string; role: string }): string {
  return `${personId} ${role}`;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((one) => right.has(one));
}

function wordsByPerson(
  parts: readonly { personId: string; role: string; part: string }[],
): Map<string, string> {
  const words = new Map<string, string>();
  for (const { personId, role, part } of parts)
    words.set(personId, `${words.get(personId) ?? ""}\n${role}: ${part}`);
  return words;
}
