import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { MenuPlace } from "../ui/late-menu.tsx";
import { MenuBelow } from "../ui/menu-below.tsx";

interface CreateItemsProps {
  at: MenuPlace;
  mayStart: boolean;
  mayImport: boolean;
  mayInvite: boolean;
}

export function CreateItems({ at, mayStart, mayImport, mayInvite }: CreateItemsProps) {
  return (
    <MenuBelow at={at} position="bottom-end" width={220}>
      {mayStart ? (
        <Menu.Item component={Link} to="/projects/new">
          New project
        </Menu.Item>
      ) : null}
      {mayImport ? (
        <Menu.Item component={Link} to="/import">
          Import a board
        </Menu.Item>
      ) : null}
      {mayInvite ? (
        <Menu.Item component={Link} to="/settings/people">
          Invite a person
        </Menu.Item>
      ) : null}
    </MenuBelow>
  );
}
