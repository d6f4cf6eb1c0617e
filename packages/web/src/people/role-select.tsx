import { useMe } from "../lib/session.ts";
import { ChoiceSelect } from "../ui/choice-select.tsx";
import { type Role, rolesUpTo } from "./roles.ts";

interface RoleSelectProps {
  label?: string;
  "aria-label"?: string;
  w?: number;
  value: Role;
  onChange: (role: Role) => void;
}

/** The roles that this person may give. */
export function RoleSelect({ onChange, ...props }: RoleSelectProps) {
  const me = useMe();
  return <ChoiceSelect {...props} choices={rolesUpTo(me.role)} onChange={(role) => role && onChange(role)} />;
}
