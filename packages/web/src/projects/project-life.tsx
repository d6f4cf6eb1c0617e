import { Button, Group, Text } from "@mantine/core";
import type { ProjectState } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { answer, api, ifMatch } from "../lib/api.ts";
import type { Project } from "../lib/current-project.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { STATE_WORDS, stateOf, stepsOf } from "./project-steps.ts";

/** Where the project stands, and the steps it can take from there. */
export function ProjectLife({ project }: { project: Project }) {
  const mayDelete = useCan("project.delete");
  const { take, discard } = useLife(project);
  return (
    <>
      <Text>
        It is <strong>{STATE_WORDS[stateOf(project)].toLowerCase()}</strong>.
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        A paused project keeps its dates and gives no warnings. An archived one leaves the lists and stays
        readable. A deleted one waits in the trash for 30 days.
      </Text>
      <Group gap="xs">
        {stepsOf(project).map(({ to, act }) => (
          <Button key={to} variant="default" onClick={() => void take(to).catch(sayProblem)}>
            {act}
          </Button>
        ))}
        {mayDelete ? (
          <Button variant="default" c="var(--mp-off-track)" onClick={() => void discard().catch(sayProblem)}>
            Delete
          </Button>
        ) : null}
      </Group>
    </>
  );
}

type Life = "archive" | "unarchive" | "pause" | "resume";
const BACK: Record<Life, Life> = {
  archive: "unarchive",
  unarchive: "archive",
  pause: "resume",
  resume: "pause",
};

const DONE: Record<Life, string> = {
  archive: "is in the archive",
  unarchive: "is out of the archive",
  pause: "is paused",
  resume: "goes on",
};

/** Pausing and archiving lie over the state; the rest is the state itself. */
function lifeStep(project: Project, to: ProjectState): Life | null {
  if (to === "archived") return "archive";
  if (to === "paused") return "pause";
  if (project.archivedAt) return "unarchive";
  return project.pausedAt ? "resume" : null;
}

function useLife(project: Project) {
  const { id, name, revision } = project;
  const client = useQueryClient();
  const navigate = useNavigate();
  const params = { path: { projectId: id } };
  const refresh = () =>
    Promise.all(
      [keys.projects, keys.portfolio, keys.project(id)].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const step = async (verb: Life) => {
    await answer(api.POST(`/api/v1/projects/{projectId}/${verb}`, { params }));
    await refresh();
  };
  const take = async (to: ProjectState) => {
    const verb = lifeStep(project, to);
    if (verb) {
      await step(verb);
      return offerUndo(`${name} ${DONE[verb]}.`, () => step(BACK[verb]));
    }
    if (to === "paused" || to === "archived") return;
    await answer(
      api.PATCH("/api/v1/projects/{projectId}", { params, headers: ifMatch(revision), body: { state: to } }),
    );
    await refresh();
    sayDone(`${name} is ${STATE_WORDS[to].toLowerCase()} now.`);
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
