import { ActionIcon, Group, Select, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { membersQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";

type Part = "lead" | "member";

const PARTS = [
  { value: "lead", label: "Lead: plans and decides" },
  { value: "member", label: "Member: works on cards" },
];

export function ProjectMembers({ projectId }: { projectId: string }) {
  const params = { path: { projectId } };
  const { data = [] } = useQuery({
    queryKey: keys.project(projectId, "members"),
    queryFn: async () => (await answer(api.GET("/api/v1/projects/{projectId}/members", { params }))).items,
  });
  const { data: everybody = [] } = useQuery(membersQuery);
  const { put, remove } = useParts(projectId);
  const others = everybody.filter(({ personId }) => !data.some((member) => member.personId === personId));
  return (
    <Stack gap="xs">
      {data.map(({ personId, name, role }) => (
        <Group key={personId} gap="xs" wrap="nowrap">
          <Text style={{ flex: 1 }}>{name}</Text>
          <Select
            aria-label={`Part of ${name}`}
            data={PARTS}
            value={role}
            allowDeselect={false}
            onChange={(next) => void put(personId, next === "lead" ? "lead" : "member").catch(sayProblem)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Take ${name} off the project`}
            onClick={() => void remove(personId, name, role).catch(sayProblem)}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Select
        label="Add somebody"
        placeholder={others.length === 0 ? "Everybody is here already" : "Name"}
        disabled={others.length === 0}
        searchable
        value={null}
        data={others.map(({ personId, name }) => ({ value: personId, label: name }))}
        onChange={(personId) => (personId ? void put(personId, "member").catch(sayProblem) : undefined)}
      />
    </Stack>
  );
}

function useParts(projectId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.project(projectId) });
  const at = (personId: string) => ({ params: { path: { projectId, personId } } });
  const put = async (personId: string, role: Part) => {
    await answer(
      api.PUT("/api/v1/projects/{projectId}/members/{personId}", { ...at(personId), body: { role } }),
    );
    await refresh();
  };
  const remove = async (personId: string, name: string, role: Part) => {
    await answer(api.DELETE("/api/v1/projects/{projectId}/members/{personId}", at(personId)));
    await refresh();
    offerUndo(`${name} is off the project.`, () => put(personId, role));
  };
  return { put, remove };
}
