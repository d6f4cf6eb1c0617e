import type { Shape } from "../lib/api.ts";
import type { Choice } from "../ui/choice-select.tsx";

export type Role = Shape<"WorkspaceRole">;

/** From the highest to the lowest. */
const ROLES: readonly Choice<Role>[] = [
  { value: "owner", label: "Owner", means: "Everything" },
  { value: "admin", label: "Admin", means: "People, clients and all projects" },
  { value: "member", label: "Member", means: "Their own projects" },
  { value: "guest", label: "Guest", means: "Only the cards they are on" },
];

/** Nobody gives or takes a role above their own. */
export function rolesUpTo(highest: Role): readonly Choice<Role>[] {
  return ROLES.slice(ROLES.findIndex(({ value }) => value === highest));
}

export function isAbove(role: Role, own: Role): boolean {
  return rolesUpTo(own).every(({ value }) => value !== role);
}
