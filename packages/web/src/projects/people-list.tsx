import { Avatar, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { projectPeopleQuery } from "../lib/plan-query.ts";
import { Waiting } from "../ui/waiting.tsx";

/** Team and client, told apart by word. */
export function PeopleList({ projectId }: { projectId: string }) {
  const { data } = useQuery(projectPeopleQuery(projectId));
  if (!data) return <Waiting rows={2} height={32} />;
  if (data.length === 0) return <Text c="dimmed">Nobody works on this yet.</Text>;
  return (
    <Stack component="ul" gap={6} p={0} m={0} mb="xs" style={{ listStyle: "none" }}>
      {data.map(({ id, name, kind, role, projectRole }) => (
        <Group component="li" key={id} gap="xs" wrap="nowrap">
          <Avatar name={name} size={28} color={kind === "contact" ? "gray" : "initials"} aria-hidden />
          <Text size="sm">{name}</Text>
          <Text size="xs" c="dimmed">
            {kind === "contact" ? `client, ${role}` : projectRole === "lead" ? "lead" : role}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
