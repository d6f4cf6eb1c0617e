import { Avatar, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { late } from "../lib/late.ts";
import { useMe } from "../lib/session.ts";
import { LateMenu } from "../ui/late-menu.tsx";

const PersonItems = late(async () => (await import("./person-items.tsx")).PersonItems);

export function PersonMenu() {
  const { person } = useMe();
  return (
    <LateMenu fetch={PersonItems.fetch} menu={(at) => <PersonItems at={at} />}>
      {(button) => (
        <UnstyledButton {...button} style={{ borderRadius: 18 }}>
          <Avatar name={person.name} size={36} color="initials" />
          <VisuallyHidden>{person.name}, your menu</VisuallyHidden>
        </UnstyledButton>
      )}
    </LateMenu>
  );
}
