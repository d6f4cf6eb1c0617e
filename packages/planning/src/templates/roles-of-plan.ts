import type { Plan, PlanMilestone } from "../plan.ts";
import type { TemplateRole } from "./template.ts";

export interface TemplateRoles {
  readonly list: readonly TemplateRole[];
  /** The role of whoever decides for the client; `null` when no milestone needs one. */
  readonly clientKey: string | null;
  keyOf(personId: string): string | null;
}

/** The placeholders of a plan: each person with a part in it becomes a role, people with the same role name one together. */
export function rolesOf(
  plan: Plan,
  milestones: readonly PlanMilestone[],
  names: Readonly<Record<string, string>>,
): TemplateRoles {
  const contacts = new Set(plan.contacts.map(({ id }) => id));
  const used = [
    ...milestones.flatMap(({ ownerId }) => ownerId ?? []),
    ...milestones.flatMap(({ approverIds }) => approverIds),
    ...plan.cards.flatMap(({ assigneeIds }) => assigneeIds.slice(0, 1)),
  ];
  const keys = new Map<string, string>();
  const byName = new Map<string, TemplateRole>();
  for (const id of new Set(used)) {
    const side = contacts.has(id) ? "client" : "team";
    const name =
      names[id]?.trim() || (side === "client" ? "Client approver" : `Team member ${byName.size + 1}`);
    const role = byName.get(`${side} ${name}`) ?? { key: `role-${byName.size + 1}`, name, side };
    byName.set(`${side} ${name}`, role);
    keys.set(id, role.key);
  }
  const clientRole = [...byName.values()].find(({ side }) => side === "client");
  const needed = clientRole === undefined && milestones.some(({ clientApproval }) => clientApproval);
  const added: TemplateRole[] = needed
    ? [{ key: "client-approver", name: "Client approver", side: "client" }]
    : [];
  return {
    list: [...byName.values(), ...added],
    clientKey: clientRole?.key ?? added[0]?.key ?? null,
    keyOf: (personId) => keys.get(personId) ?? null,
  };
}
