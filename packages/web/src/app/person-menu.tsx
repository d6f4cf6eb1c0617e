import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { IconKeyboard, IconLogout, IconShieldLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { signOut, useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { showKeys } from "./keys-list.tsx";

const SCHEMES = [
  { value: "auto", label: "Light or dark as the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function PersonMenu() {
  const { person, workspace } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton style={{ borderRadius: 18 }}>
          <Avatar name={person.name} size={36} color="initials" />
          <VisuallyHidden>{person.name}, your menu</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/settings/you">
          <Text size="sm" fw={600} component="span" display="block">
            {person.name}
          </Text>
          <Text size="xs" c="dimmed" component="span">
            {workspace.name}
          </Text>
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/settings/security"
          leftSection={<IconShieldLock size={16} aria-hidden />}
        >
          Your sign-in and security
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} rightSection="?" onClick={showKeys}>
          Keys
        </Menu.Item>
        <Menu.Divider />
        <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(schemeOf(next))}>
          {SCHEMES.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => signOut().catch(sayProblem)}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function schemeOf(value: string): "auto" | "light" | "dark" {
  return value === "light" || value === "dark" ? value : "auto";
}
