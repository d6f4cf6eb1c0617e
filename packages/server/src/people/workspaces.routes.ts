import { z } from "zod";
import { openRoute, route } from "../access/route.ts";
import { currency, onePage, pageOf, timeZone, title } from "../kit/fields.ts";
import { country, region } from "./place.ts";
import { sessionQuestion } from "./sessions.ts";
import { WorkingWeek } from "./week.ts";
import { keepsViewLog } from "./workspace-settings.ts";
import { changeWorkspace, ownWorkspaces, workspace } from "./workspaces.ts";
import { Workspace, WorkspaceHead, type WorkspaceView } from "./workspaces.view.ts";

const WorkspaceChange = z
  .strictObject({
    name: title(120),
    zone: timeZone(),
    currency: currency(),
    country: country().nullable(),
    region: region().nullable(),
    week: WorkingWeek,
    viewLog: z.boolean(),
  })
  .partial();

export const workspaceRoutes = [
  openRoute({
    method: "GET",
    path: "/workspaces",
    id: "listWorkspaces",
    tag: "People",
    summary: "The workspaces you work in",
    response: pageOf(WorkspaceHead),
    policy: "session",
    because: "It is asked in no workspace: the answer holds those that the session itself opens.",
    handle: async ({ database }, _input, { request }) => {
      const rows = await ownWorkspaces(database, sessionQuestion(request)?.hash);
      return onePage(rows.map((row) => WorkspaceHead.parse({ ...row, id: row.workspaceId })));
    },
  }),
  route({
    method: "GET",
    path: "/workspaces/current",
    id: "getWorkspace",
    tag: "People",
    summary: "The workspace's settings",
    response: Workspace,
    policy: { action: "workspace.read" },
    handle: async (scope) => present(await workspace(scope)),
  }),
  route({
    method: "PATCH",
    path: "/workspaces/current",
    id: "changeWorkspace",
    tag: "People",
    summary: "Change the workspace's settings",
    body: WorkspaceChange,
    response: Workspace,
    ifMatch: true,
    policy: { action: "workspace.edit" },
    handle: async (scope, { body, revision }) => present(await changeWorkspace(scope, revision, body)),
  }),
];

function present(row: Awaited<ReturnType<typeof workspace>>): WorkspaceView {
  return Workspace.parse({ ...row, id: row.workspaceId, viewLog: keepsViewLog(row.settings) });
}
