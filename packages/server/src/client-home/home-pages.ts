import { createElement } from "react";
import type { ProjectPage } from "../portal/portal-page.ts";
import { read } from "../portal/visit.ts";
import { HomePage } from "./home.page.tsx";
import { lastPublication } from "./home.store.ts";

/** What somebody of a client sees first. */
export const homePages: readonly ProjectPage[] = [
  {
    path: "/portal/:workspace/:project",
    logged: "home",
    async show(visit) {
      const publication = await read(visit, (tx) => lastPublication(tx, visit.project.id));
      return { title: visit.say("Home"), at: "home", body: createElement(HomePage, { visit, publication }) };
    },
  },
];
