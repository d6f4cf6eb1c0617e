import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import {
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconShieldLock,
  IconSun,
  IconSunMoon,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { signOut, useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { showKeys } from "./keys-dialog.tsx";

const SCHEMES = [
  { value: "auto", label: "Light or dark as the system", icon: IconSunMoon },
  { value: "light", label: "Light", icon: IconSun },
  { value: "dark", label: "Dark", icon: IconMoon },
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
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mp-ink)" component="span" display="block">
            {person.name}
          </Text>
          {workspace.name}
        </Menu.Label>
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
        {SCHEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={colorScheme === value ? "✓" : null}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
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
