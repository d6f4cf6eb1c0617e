import { Menu, Text, useMantineColorScheme } from "@mantine/core";
import { IconBeach, IconClock, IconKeyboard, IconLogout, IconShieldLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { todayIn } from "../lib/dates.ts";
import { signOut, useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useWeeks } from "../lib/weeks.ts";
import type { MenuPlace } from "../ui/late-menu.tsx";
import { MenuBelow } from "../ui/menu-below.tsx";
import { LeaveItems } from "../workload/quick-leave.tsx";
import { showKeys } from "./keys-list.tsx";

const SCHEMES = [
  { value: "auto", label: "Light or dark as the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function PersonItems({ at }: { at: MenuPlace }) {
  const { person, workspace } = useMe();
  const { weekOf } = useWeeks();
  const today = todayIn();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <MenuBelow at={at} position="bottom-end" width={260}>
      <Menu.Item component={Link} to="/settings/you">
        <Text size="sm" fw={600} component="span" display="block">
          {person.name}
        </Text>
        <Text size="xs" c="dimmed" component="span">
          {workspace.name}
        </Text>
      </Menu.Item>
      <Menu.Item component={Link} to="/time" leftSection={<IconClock size={16} aria-hidden />}>
        Your time
      </Menu.Item>
      <Menu.Sub position="left-start">
        <Menu.Sub.Target>
          <Menu.Sub.Item leftSection={<IconBeach size={16} aria-hidden />}>Take time off</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          <LeaveItems today={today} weekOn={weekOf(today)} />
        </Menu.Sub.Dropdown>
      </Menu.Sub>
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
    </MenuBelow>
  );
}

function schemeOf(value: string): "auto" | "light" | "dark" {
  return value === "light" || value === "dark" ? value : "auto";
}
