import { Select, type SelectProps, Text } from "@mantine/core";
import { useMe } from "../lib/session.ts";
import { ROLES, type Role, roleOf, rolesUpTo } from "./roles.ts";

interface RoleSelectProps extends Pick<SelectProps, "label" | "aria-label" | "w"> {
  value: Role;
  onChange: (role: Role) => void;
}

/** The roles this person may give, each with what it opens. */
export function RoleSelect({ value, onChange, ...props }: RoleSelectProps) {
  const me = useMe();
  return (
    <Select
      {...props}
      data={rolesUpTo(me.role).map((role) => ({ value: role.value, label: role.label }))}
      value={value}
      allowDeselect={false}
      comboboxProps={{ width: 240, position: "bottom-end" }}
      renderOption={({ option, checked }) => (
        <div>
          <Text size="sm" fw={checked ? 700 : 500}>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed">
            {ROLES.find((role) => role.value === option.value)?.opens}
          </Text>
        </div>
      )}
      onChange={(next) => onChange(roleOf(next))}
    />
  );
}
