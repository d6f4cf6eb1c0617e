import { Select, Stack, Switch } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { type Project, projectQuery } from "../lib/current-project.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";

type Settings = Partial<
  Pick<Project, "showsForecast" | "showsCriteria" | "observersComment" | "securityLevel">
>;

const LEVELS = [
  { value: "default", label: "By code once there is a price, by link until then" },
  { value: "easy", label: "Easy: the link in a mail is enough" },
  { value: "code", label: "Code: a new device asks for six digits by mail" },
  { value: "account", label: "Account: with a password of their own" },
] as const;

/** What clients are shown beside the published plan, and how they get in; each is changed at once, with a way back. */
export function ClientSettings({ project }: { project: Project }) {
  const change = useChange(project);
  return (
    <Stack gap="md">
      <Switch
        label="Show when each milestone is expected"
        description="Everybody at the client reads “expected by” beside each date, as of the last publication."
        checked={project.showsForecast}
        onChange={({ currentTarget: { checked } }) =>
          change({ showsForecast: checked }, { showsForecast: !checked })
        }
      />
      <Switch
        label="Show at once which criteria are met"
        description="Everybody at the client sees a tick as soon as the team sets it; without this, when the milestone is reached."
        checked={project.showsCriteria}
        onChange={({ currentTarget: { checked } }) =>
          change({ showsCriteria: checked }, { showsCriteria: !checked })
        }
      />
      <Switch
        label="Observers may comment"
        description="Whoever reads along can write to you on their pages and by answering a mail; without this, approvers alone do."
        checked={project.observersComment}
        onChange={({ currentTarget: { checked } }) =>
          change({ observersComment: checked }, { observersComment: !checked })
        }
      />
      <Select
        label="How the client's people get in"
        description="Who decides or reads for the client has to do this. It holds from their next visit on."
        maw={480}
        allowDeselect={false}
        data={LEVELS}
        value={project.securityLevel ?? "default"}
        onChange={(value) =>
          change({ securityLevel: levelOf(value) }, { securityLevel: project.securityLevel })
        }
      />
    </Stack>
  );
}

function useChange(project: Project): (settings: Settings, before: Settings) => void {
  const client = useQueryClient();
  const { queryKey } = projectQuery(project.id);
  const write = async (body: Settings, revision: number) => {
    const params = { path: { projectId: project.id } };
    const made = await answer(
      api.PATCH("/api/v1/projects/{projectId}", { params, headers: ifMatch(revision), body }),
    );
    client.setQueryData(queryKey, made);
    void client.invalidateQueries({ queryKey: keys.project(project.id) });
    return made;
  };
  return (settings, before) => {
    write(settings, project.revision)
      .then(({ revision }) =>
        offerUndo("Changed for the client", () =>
          write(before, client.getQueryData(queryKey)?.revision ?? revision),
        ),
      )
      .catch((error: unknown) => {
        void client.invalidateQueries({ queryKey });
        sayProblem(error);
      });
  };
}

function levelOf(value: string | null): Project["securityLevel"] {
  return value === "easy" || value === "code" || value === "account" ? value : null;
}
