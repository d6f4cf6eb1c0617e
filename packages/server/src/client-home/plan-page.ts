import { createElement } from "react";
import type { ProjectPage } from "../portal/portal-page.ts";
import { read } from "../portal/visit.ts";
import { newestVersion } from "./client-plan.store.ts";
import { planOf } from "./client-plan.ts";
import { PlanPage } from "./plan.page.tsx";
import { planPdf } from "./plan-pdf.ts";

export const planPage: ProjectPage = {
  path: "/portal/:workspace/:project/plan",
  logged: "plan",
  async show(visit) {
    const { plan, version } = await readWhole(visit);
    return { title: visit.say("Plan"), at: "plan", body: createElement(PlanPage, { visit, plan, version }) };
  },
};

/** The same to keep and to pass on. */
export const planPdfPage: ProjectPage = {
  path: "/portal/:workspace/:project/plan.pdf",
  async show(visit) {
    const { plan, version } = await readWhole(visit);
    return planPdf(visit, plan, version);
  },
};

function readWhole(visit: Parameters<ProjectPage["show"]>[0]) {
  const { id } = visit.project;
  return read(visit, async (tx) => ({
    plan: await planOf(tx, id),
    version: (await newestVersion(tx, id)) ?? null,
  }));
}
