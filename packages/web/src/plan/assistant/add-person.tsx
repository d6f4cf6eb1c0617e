import { Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../../lib/api.ts";
import { membersQuery } from "../../lib/directory.ts";
import { projectPeopleQuery } from "../../lib/plan-query.ts";
import { refreshPlan } from "../../lib/plan-writes.ts";
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
    const at = { params: { path: { projectId, personId } } };
    const body = { role: "member" as const };
    await answer(api.PUT("/api/v1/projects/{projectId}/members/{personId}", { ...at, body }));
    await refreshPlan(client, projectId);
    offerUndo(`${name} is on the project`, async () => {
      await answer(api.DELETE("/api/v1/projects/{projectId}/members/{personId}", at));
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
