import { createElement } from "react";
import type { ProjectPage } from "../portal/portal-page.ts";
import { read } from "../portal/visit.ts";
import { markAllRead } from "../publications/receipts.store.ts";
import { pageAsked } from "./paging.ts";
import { answerPublication } from "./receipts.ts";
import { UpdatesPage } from "./updates.page.tsx";
import { readUpdates } from "./updates.ts";

export const updatesPage: ProjectPage = {
  path: "/portal/:workspace/:project/updates",
  logged: "updates",
  seen: markAllRead,
  act: answerPublication,
  async show(visit) {
    const page = pageAsked(visit);
    const updates = await read(visit, (tx) => readUpdates(tx, visit.project, page));
    return {
      title: visit.say("Updates"),
      at: "updates",
      body: createElement(UpdatesPage, { visit, updates, page }),
    };
  },
};
