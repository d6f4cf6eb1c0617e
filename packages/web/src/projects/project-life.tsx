import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import type { Project } from "../lib/current-project.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";

type Step = "archive" | "unarchive" | "pause" | "resume";
const BACK: Record<Step, Step> = {
  archive: "unarchive",
  unarchive: "archive",
  pause: "resume",
  resume: "pause",
};
const DONE: Record<Step, string> = {
  archive: "archived",
  unarchive: "back from the archive",
  pause: "paused",
  resume: "running again",
};

export function ProjectLife({ project }: { project: Project }) {
  const mayDelete = useCan("project.delete");
  const { take, discard } = useLife(project);
  const pause = project.pausedAt ? "resume" : "pause";
  const archive = project.archivedAt ? "unarchive" : "archive";
  return (
    <>
      <Text size="sm" mb="sm">
        A paused project keeps its dates and gives no warnings. An archived one leaves the lists and stays
        readable. A deleted one waits in the trash for 30 days.
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => void take(pause).catch(sayProblem)}>
          {pause === "pause" ? "Pause" : "Resume"}
        </Button>
        <Button variant="default" onClick={() => void take(archive).catch(sayProblem)}>
          {archive === "archive" ? "Archive" : "Take out of the archive"}
        </Button>
        {mayDelete ? (
          <Button variant="default" c="var(--mp-off-track)" onClick={() => void discard().catch(sayProblem)}>
            Delete
          </Button>
        ) : null}
      </Group>
    </>
  );
}

function useLife({ id, name }: Project) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const params = { path: { projectId: id } };
  const refresh = () =>
    Promise.all(
      [keys.projects, keys.portfolio, keys.project(id)].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const step = async (verb: Step) => {
    await answer(api.POST(`/api/v1/projects/{projectId}/${verb}`, { params }));
    await refresh();
  };
  const take = async (verb: Step) => {
    await step(verb);
    offerUndo(`${name} is ${DONE[verb]}.`, () => step(BACK[verb]));
  };
  const discard = async () => {
    await answer(api.DELETE("/api/v1/projects/{projectId}", { params }));
    await navigate({ to: "/portfolio" });
    await refresh();
    offerUndo(`${name} is in the trash.`, async () => {
      await restoreThing(id);
      await refresh();
    });
  };
  return { take, discard };
}
