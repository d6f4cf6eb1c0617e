import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { late } from "../lib/late.ts";
import { useCan } from "../lib/session.ts";
import { LateMenu } from "../ui/late-menu.tsx";

const CreateItems = late(async () => (await import("./create-items.tsx")).CreateItems);

/** "+": what can be made from anywhere. */
export function CreateMenu() {
  const may = {
    mayStart: useCan("project.create"),
    mayImport: useCan("import.run"),
    mayInvite: useCan("member.invite"),
  };
  if (!may.mayStart && !may.mayInvite) return null;
  return (
    <LateMenu fetch={CreateItems.fetch} menu={(at) => <CreateItems at={at} {...may} />}>
      {(button) => (
        <ActionIcon {...button} size={36} aria-label="Create">
          <IconPlus size={20} aria-hidden />
        </ActionIcon>
      )}
    </LateMenu>
  );
}
