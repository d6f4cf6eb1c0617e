import { useQueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { type Project, projectQuery } from "../lib/current-project.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";

type Settings = Partial<
  Pick<Project, "showsForecast" | "showsCriteria" | "observersComment" | "securityLevel" | "acceptance">
>;

/** Changes at once what holds for the client's people, with a way back. */
export function useClientChange(project: Project): (settings: Settings, before: Settings) => void {
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
