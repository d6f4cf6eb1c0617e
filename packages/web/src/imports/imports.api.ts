import { answer, api, type Shape } from "../lib/api.ts";

export type Preview = Shape<"ImportPreview">;
export type Report = Shape<"ImportReport">;
export type ListChoice = Shape<"ImportListChoice">;

export interface Choices {
  lists: Record<string, ListChoice>;
  members: Record<string, string | null>;
  /** Into this project, or a new one. */
  projectId: string | null;
  name: string;
  clientId: string | null;
}

export function previewBoard(document: string): Promise<Preview> {
  return answer(api.POST("/api/v1/imports", { body: { source: "trello", document } }));
}

export function runBoard(document: string, choices: Choices): Promise<Report> {
  const { lists, members, projectId, name, clientId } = choices;
  const into = projectId ? { projectId } : { newProject: { name, clientId } };
  return answer(
    api.POST("/api/v1/imports/run", {
      body: { source: "trello", document, mapping: { lists, members }, ...into },
    }),
  );
}

/** What the server suggests, as the choice to begin with. */
export function suggested({ lists, members, importedInto, board }: Preview): Choices {
  return {
    lists: Object.fromEntries(lists.map(({ id, suggestion }) => [id, suggestion])),
    members: Object.fromEntries(members.map(({ id, suggestion }) => [id, suggestion])),
    projectId: importedInto?.id ?? null,
    name: board.name,
    clientId: null,
  };
}
