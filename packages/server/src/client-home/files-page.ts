import { createElement } from "react";
import { addClientFile } from "../files/client-files.ts";
import { contentOf, savedHeaders } from "../files/send-content.ts";
import { forbidden, invalid, notFound } from "../kit/errors.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { ProjectPage, Redirect } from "../portal/portal-page.ts";
import { portalHref, read, type Visit } from "../portal/visit.ts";
import { countFiles, sharedFiles, sharedVersion } from "./client-files.store.ts";
import { namesOf } from "./client-plan.store.ts";
import { planOf } from "./client-plan.ts";
import { FilesPage } from "./files.page.tsx";
import { pageAsked } from "./paging.ts";

const ON_PAGE = 50;

export const filesPage: ProjectPage = {
  path: "/portal/:workspace/:project/files",
  logged: "files",
  takesFiles: true,
  async show(visit) {
    const page = pageAsked(visit);
    const shown = await read(visit, async (tx) => {
      const { id } = visit.project;
      const plan = await planOf(tx, id);
      return {
        files: await sharedFiles(tx, id, { limit: ON_PAGE, skip: (page - 1) * ON_PAGE }),
        pages: Math.ceil((await countFiles(tx, id)) / ON_PAGE),
        names: await namesOf(tx, id),
        places: new Map(plan?.milestones.map(({ id, number, title }) => [id, `M${number} ${title}`])),
      };
    });
    return {
      title: visit.say("Files"),
      at: "files",
      body: createElement(FilesPage, { visit, page, ...shown }),
    };
  },
  act: take,
};

/** Files of an approver, for the project as a whole: several at once. */
async function take(visit: Visit, form: PortalForm): Promise<Redirect> {
  const { services, project, visitor, now, say } = visit;
  if (project.role !== "approver") throw forbidden();
  if (form.files.length === 0) throw invalid([{ path: "files", message: say("Choose at least one file.") }]);
  const { workspaceId, personId } = visitor;
  await services.database.inWorkspace(workspaceId, async (tx) => {
    const writing = { tx, actor: { workspaceId, personId }, now };
    for (const { name, blob } of form.files)
      await addClientFile(writing, project.id, { kind: "project", id: project.id }, { name, blob });
  });
  return { to: portalHref(visit, "/files") };
}

/** The bytes of one version, to be saved: never shown as a page of ours. */
export const filePage: ProjectPage = {
  path: "/portal/:workspace/:project/files/:file/:n",
  async show(visit) {
    const { file = "", n = "" } = visit.request.params as { file?: string; n?: string };
    if (!/^[0-9a-f-]{36}$/.test(file) || !/^\d{1,6}$/.test(n)) throw notFound();
    const version = await read(visit, (tx) => sharedVersion(tx, visit.project.id, file, Number(n)));
    if (!version) throw notFound();
    const { stream, headers } = await contentOf(visit.services.kit.dataDir, version);
    return { bytes: stream, headers: { ...savedHeaders(version), ...headers } };
  },
};
