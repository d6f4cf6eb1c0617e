import type { Shape } from "../lib/api.ts";

export type Role = Shape<"WorkspaceRole">;

export const ROLES: readonly { value: Role; label: string }[] = [
  { value: "owner", label: "Owner: everything" },
  { value: "admin", label: "Admin: people, clients, all projects" },
  { value: "member", label: "Member: own projects" },
  { value: "guest", label: "Guest: only cards they are on" },
];

export function roleOf(value: string | null): Role {
  return ROLES.find((role) => role.value === value)?.value ?? "member";
}
