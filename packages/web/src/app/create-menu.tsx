import { ActionIcon, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useCan } from "../lib/session.ts";

/** "+": what can be made from anywhere. */
export function CreateMenu() {
  const mayStart = useCan("project.create");
  const mayImport = useCan("import.run");
  const mayInvite = useCan("member.invite");
  if (!mayStart && !mayInvite) return null;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size={36} aria-label="Create">
          <IconPlus size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}
