import { Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { membersQuery } from "../../lib/directory.ts";
import { projectPeopleQuery } from "../../lib/plan-query.ts";
import { refreshPlan } from "../../lib/plan-writes.ts";
import { putOnProject, takeOffProject } from "../../lib/project-member-acts.ts";
import { offerUndo, sayProblem } from "../../lib/undo.tsx";

/** Somebody of the workspace who is not on the project yet; nothing where everybody is. */
export function AddPerson({ projectId }: { projectId: string }) {
  const client = useQueryClient();
  const { data: everybody = [] } = useQuery(membersQuery);
  const { data: here = [] } = useQuery(projectPeopleQuery(projectId));
  const others = everybody.filter(({ personId }) => !here.some(({ id }) => id === personId));
  if (others.length === 0) return null;
  const add = async (personId: string) => {
    const name = others.find((each) => each.personId === personId)?.name ?? "Somebody";
    await putOnProject(projectId, personId, "member");
    await refreshPlan(client, projectId);
    offerUndo(`${name} is on the project`, async () => {
      await takeOffProject(projectId, personId);
      await refreshPlan(client, projectId);
    });
  };
  return (
    <Select
      size="xs"
      w={200}
      mb="sm"
      aria-label="Add somebody to the project"
      placeholder="Add somebody"
      searchable
      data={others.map(({ personId, name }) => ({ value: personId, label: name }))}
      value={null}
      onChange={(personId) => (personId ? void add(personId).catch(sayProblem) : undefined)}
    />
  );
}
