import { WORKSPACE_ROLES, type WorkspaceRole } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, forbidden, notFound, refused } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { leaveProjects, stopLeading } from "./joining.store.ts";
import { listMembers, lockOwners, type MemberRow, updateMember } from "./members.store.ts";

export interface MemberChange {
  role?: WorkspaceRole | undefined;
  title?: string | undefined;
  expected?: { role: WorkspaceRole } | undefined;
}

export async function member(scope: Scope, personId: string): Promise<MemberRow> {
  const found = (await listMembers(scope, personId))[0];
  if (!found) throw notFound();
  return found;
}

export async function changeMember(scope: Scope, personId: string, wanted: MemberChange): Promise<MemberRow> {
  const before = await member(scope, personId);
  if (asksNothing({ ...wanted, expected: undefined })) return before;
  const role = wanted.role ?? before.role;
  if (wanted.expected && wanted.expected.role !== before.role) throw changedMeanwhile(before);
  if (role !== before.role) await mayTake(scope, before, role);
  const change = { role, ...(wanted.title === undefined ? {} : { title: wanted.title }) };
  if (!(await updateMember(scope, personId, before.role, change))) throw changedMeanwhile(before);
  if (role === "guest" && role !== before.role)
    await stopLeading(scope.tx, scope.actor.workspaceId, personId);
  await record(scope, {
    verb: "member.changed",
    subject: { kind: "person", id: personId },
    data: role === before.role ? { fields: ["title"] } : { role: { from: before.role, to: role } },
  });
  return member(scope, personId);
}

/** Every later request, stream and link of this person finds no access: all of them ask for the status anew. Their work stays. */
export async function removeMember(scope: Scope, personId: string): Promise<void> {
  const before = await member(scope, personId);
  await mayTake(scope, before, null);
  if (!(await updateMember(scope, personId, before.role, { status: "removed", removedAt: scope.now })))
    throw changedMeanwhile(before);
  const projectIds = await leaveProjects(scope.tx, scope.actor.workspaceId, personId);
  await record(scope, {
    verb: "member.removed",
    subject: { kind: "person", id: personId },
    data: { role: before.role, projectIds },
  });
}

/** Nobody gives or takes a role above their own, and the last owner stays. */
async function mayTake(scope: Scope, target: MemberRow, role: string | null): Promise<void> {
  const highest = Math.min(rank(target.role), role === null ? Number.POSITIVE_INFINITY : rank(role));
  if (highest < rank(scope.actor.role))
    throw forbidden("Only an owner can do this: it is about a role above yours.");
  if (target.role !== "owner" || role === "owner") return;
  const owners = await lockOwners(scope);
  if (owners.every((owner) => owner === target.personId))
    throw refused("last-owner", "A workspace keeps at least one owner. Make somebody else owner first.");
}

function rank(role: string): number {
  const known: readonly string[] = WORKSPACE_ROLES;
  return known.indexOf(role);
}

function changedMeanwhile(current: MemberRow) {
  return conflict("member-changed", "This member was changed meanwhile.", { role: current.role });
}
