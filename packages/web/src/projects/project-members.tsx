import { ActionIcon, Group, Select, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { membersQuery } from "../lib/directory.ts";
import { type Part, putOnProject, takeOffProject } from "../lib/project-member-acts.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { type Choice, ChoiceSelect } from "../ui/choice-select.tsx";
import classes from "./parts.module.css";

type ProjectMember = Shape<"ProjectMember">;

const PARTS: readonly Choice<Part>[] = [
  { value: "lead", label: "Lead", means: "Plans and decides; one per project" },
  { value: "money", label: "Member, money", means: "Works on cards and sees prices" },
  { value: "member", label: "Member", means: "Works on cards" },
];
/** A guest neither leads nor sees money. */
const GUEST_PARTS = PARTS.filter(({ value }) => value === "member");

export function ProjectMembers({ projectId }: { projectId: string }) {
  const params = { path: { projectId } };
  const { data = [] } = useQuery({
    queryKey: keys.project(projectId, "members"),
    queryFn: async () => (await answer(api.GET("/api/v1/projects/{projectId}/members", { params }))).items,
  });
  const { data: everybody = [] } = useQuery(membersQuery);
  const { put, remove } = useParts(projectId);
  const guests = new Set(everybody.filter(({ role }) => role === "guest").map(({ personId }) => personId));
  const others = everybody.filter(({ personId }) => !data.some((member) => member.personId === personId));
  return (
    <Stack gap="xs">
      {data.map((member) => (
        <Group key={member.personId} gap="xs" wrap="nowrap">
          <Text className={classes.name}>{member.name}</Text>
          <ChoiceSelect
            aria-label={`Part of ${member.name}`}
            w={160}
            choices={guests.has(member.personId) ? GUEST_PARTS : PARTS}
            value={partOf(member)}
            onChange={(next) => void put(member.personId, next ?? "member").catch(sayProblem)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Take ${member.name} off the project`}
            onClick={() => void remove(member).catch(sayProblem)}
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
  const put = async (personId: string, part: Part) => {
    await putOnProject(projectId, personId, part);
    await refresh();
  };
  const remove = async (member: ProjectMember) => {
    const { personId, name } = member;
    await takeOffProject(projectId, personId);
    await refresh();
    offerUndo(`${name} is off the project.`, () => put(personId, partOf(member)));
  };
  return { put, remove };
}

function partOf({ role, seesMoney }: ProjectMember): Part {
  if (role === "lead") return "lead";
  return seesMoney ? "money" : "member";
}
