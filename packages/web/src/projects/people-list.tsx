import { Avatar, Group, Stack, Text } from "@mantine/core";
import { counted } from "../lib/counted.ts";
import type { Overview } from "./portfolio.api.ts";

/** Who works on it, and with how much in their hands. */
export function PeopleList({ people }: Pick<Overview, "people">) {
  if (people.length === 0) return <Text c="dimmed">Nobody works on this yet.</Text>;
  return (
    <Stack component="ul" gap={6} p={0} m={0} mb="xs" style={{ listStyle: "none" }}>
      {people.map(({ id, name, projectRole, openCards, milestones }) => (
        <Group component="li" key={id} gap="xs" wrap="nowrap">
          <Avatar name={name} size={28} color="initials" aria-hidden />
          <Text size="sm">{name}</Text>
          <Text size="xs" c="dimmed">
            {[
              projectRole === "lead" ? "lead" : "",
              openCards > 0 ? counted(openCards, "open card") : "",
              milestones > 0 ? counted(milestones, "milestone") : "",
            ]
              .filter(Boolean)
              .join(", ")}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
