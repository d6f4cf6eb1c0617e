import type { Shape } from "../lib/api.ts";

export type Role = Shape<"WorkspaceRole">;

/** From the highest to the lowest. */
export const ROLES: readonly { value: Role; label: string; opens: string }[] = [
  { value: "owner", label: "Owner", opens: "Everything" },
  { value: "admin", label: "Admin", opens: "People, clients and all projects" },
  { value: "member", label: "Member", opens: "Their own projects" },
  { value: "guest", label: "Guest", opens: "Only the cards they are on" },
];

export function roleOf(value: string | null): Role {
  return ROLES.find((role) => role.value === value)?.value ?? "member";
}

/** Nobody gives or takes a role above their own. */
export function rolesUpTo(highest: Role): typeof ROLES {
  return ROLES.slice(ROLES.findIndex(({ value }) => value === highest));
}

export function isAbove(role: Role, own: Role): boolean {
  return rolesUpTo(own).every(({ value }) => value !== role);
}
